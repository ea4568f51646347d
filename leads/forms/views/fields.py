from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import may, refusals_on
from funnel.permissions import Can
from leads.forms.actions.drafting import add_field, change_field, move_field, remove_field
from leads.forms.difference import names_of
from leads.forms.field_form import FieldForm
from leads.forms.kinds import KINDS
from leads.forms.views.shell import found, shell

PREVIEWS = ("phone", "desktop")


@may(Can.RUN_CAMPAIGNS)
def index(request, pk):
    """The fields of the draft; a kind that is sent is added at the end."""
    form = found(request, pk)
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        if kind not in KINDS:
            return _page(request, form, status=422)
        key = add_field(form, kind, by=request.user)
        messages.success(request, _("Added. Say what it is called."))
        return redirect("leads:form_field", form.pk, key)
    return _page(request, form)


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk, key):
    form = found(request, pk)
    context = shell(request, form, "leads:form_fields")
    field = _field(context["content"], key)
    typed = FieldForm(context["content"], field, request.POST or None)
    if typed.is_valid():
        with refusals_on(typed):
            change_field(form, key, by=request.user, **typed.values())
            messages.success(request, _("Saved in the draft."))
            return redirect("leads:form_field", form.pk, key)
    status = 422 if typed.errors else 200
    return _page(request, form, status=status, chosen=field, typed=typed)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def moving(request, pk, key):
    form = found(request, pk)
    move_field(form, key, -1 if request.POST.get("way") == "up" else 1, by=request.user)
    return redirect("leads:form_fields", form.pk)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def removal(request, pk, key):
    form = found(request, pk)
    remove_field(form, key, by=request.user)
    messages.success(request, _("Removed from the draft. What is published still asks it."))
    return redirect("leads:form_fields", form.pk)


def _page(request, form, *, status=200, chosen=None, typed=None):
    context = shell(request, form, "leads:form_fields")
    content = context["content"]
    taken = {each["kind"] for each in content["fields"]}
    rows = [
        {"key": key, "name": name, "kind": KINDS[each["kind"]].label, "field": each}
        for each, (key, name) in zip(content["fields"], names_of(content).items(), strict=True)
    ]
    width = request.GET.get("width")
    context |= {
        "rows": rows,
        "kinds": [kind for kind in KINDS.values() if not (kind.once and kind.key in taken)],
        "chosen": chosen,
        "chosen_kind": KINDS[chosen["kind"]] if chosen else None,
        "typed": typed,
        "width": width if width in PREVIEWS else "phone",
    }
    return render(request, "leads/form_fields.html", context, status=status)


def _field(content, key):
    for each in content["fields"]:
        if each["key"] == key:
            return each
    raise Http404
