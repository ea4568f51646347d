from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.editing import written
from funnel.history import changes
from funnel.http import may, refusals_on
from funnel.models import User
from funnel.permissions import Can
from leads.forms.actions.publishing import archive, bring_back
from leads.forms.embedding import code_to_embed
from leads.forms.forms import SettingsForm
from leads.forms.models import Form
from leads.forms.views.shell import found, shell
from leads.links.qr import drawn_inline


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    """What holds at once: open or closed, confirmed by mail, who may show it in a page."""
    form = found(request, pk)
    typed = SettingsForm(request.POST or None, instance=found(request, pk))
    if typed.is_bound and typed.is_valid():
        with refusals_on(typed):
            if written(typed):
                messages.success(request, _("Saved; it holds at once."))
                return redirect("leads:form_edit", form.pk)
    context = shell(request, form, "leads:form_edit") | {"typed": typed, "past": _past(form)}
    status = 409 if typed.conflicts else 422 if typed.errors else 200
    return render(request, "leads/form_settings.html", context, status=status)


@may(Can.SEE_CAMPAIGNS)
def share(request, pk):
    """The address, its picture, and what a site needs to show it."""
    form = found(request, pk)
    more = {"qr": drawn_inline(form.address), "code": code_to_embed(form)}
    return render(request, "leads/form_share.html", shell(request, form, "leads:form_share") | more)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def archiving(request, pk):
    """Put it away, or bring it back (`back`)."""
    form = found(request, pk)
    if "back" in request.POST:
        bring_back(form)
        messages.success(request, _("It is among the forms again."))
    else:
        archive(form)
        messages.success(request, _("Archived. It takes nothing more; what came in stays."))
    return redirect(form)


def _past(form):
    """[(when, by whom, what, from, to)] of what held before."""
    told = [each for each in changes(form) if each.field in SettingsForm.Meta.fields]
    people = dict(
        User.objects.filter(pk__in={each.by_id for each in told}).values_list("pk", "name")
    )
    label = {name: Form._meta.get_field(name).verbose_name for name in SettingsForm.Meta.fields}
    return [
        (
            each.at,
            people.get(each.by_id, ""),
            label[each.field],
            _told(each.was),
            _told(each.became),
        )
        for each in told
    ]


def _told(value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) or "—"
