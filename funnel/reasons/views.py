from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.models import Reason, ReasonKind
from funnel.permissions import Can
from funnel.reasons.actions import add, change
from funnel.reasons.forms import NewReasonForm, ReasonForm

PAGE = "settings/reason.html"


@may(Can.CHANGE_SETTINGS)
def index(request):
    reasons = list(Reason.objects.order_by("kind", "position", "pk"))
    kinds = [(kind, [each for each in reasons if each.kind == kind]) for kind in ReasonKind]
    return render(request, "settings/reasons.html", {"kinds": kinds})


@may(Can.CHANGE_SETTINGS)
def new(request):
    def act(values):
        add(**values)
        messages.success(request, _("Added behind the others."))
        return "funnel:reasons"

    form = NewReasonForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    return form_page(request, form, act, PAGE, title=_("A new reason"), verb=_("Add the reason"))


@may(Can.CHANGE_SETTINGS)
def edit(request, pk):
    reason = get_object_or_404(Reason, pk=pk)
    now = {"label": reason.label, "side": reason.side, "active": reason.active}

    def act(values):
        change(reason, **values)
        messages.success(request, _("Saved."))
        return "funnel:reasons"

    form = ReasonForm(request.POST or None, initial=now)
    words = {"title": _(now["label"]), "verb": _("Save"), "reason": reason}
    return form_page(request, form, act, PAGE, **words)
