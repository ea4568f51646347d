"""Money spent and heads counted: written down once, never edited."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from leads.campaigns.views import found
from leads.spending.actions import log_reach, log_spend, take_back
from leads.spending.forms import CompanySpendForm, ReachForm, SpendForm
from leads.spending.models import Head, SpendEntry
from leads.spending.queries import reach_to_correct

TURNED = {"sure"}  # of a form, what no verb takes


@may(Can.RUN_CAMPAIGNS)
def spend(request, pk):
    campaign = found(request, pk)
    form = SpendForm(request.POST or None)
    words = {"title": _("Spent on %s") % campaign, "told": _("Written down."), "place": "#spent"}
    return _written(request, campaign, form, log_spend, **words)


@may(Can.RUN_CAMPAIGNS)
def reach(request, pk):
    campaign = found(request, pk)
    begun = reach_to_correct(campaign, request.GET.get("correct", ""))
    form = ReachForm(request.POST or None, initial=begun)
    words = {"title": _("Reached by %s") % campaign, "told": _("Counted."), "place": "#reached"}
    return _written(request, campaign, form, log_reach, **words)


@may(Can.SEE_CAMPAIGNS)
def new(request):
    """Money of any head, of whoever may write that down."""
    heads = _heads(request.user)
    if not heads:
        raise PermissionDenied
    form = CompanySpendForm(request.POST or None, user=request.user)
    form.fields["head"].choices = heads

    def act(values):
        log_spend(values.pop("campaign"), by=request.user, **_said(values))
        messages.success(request, _("Written down."))
        return "leads:ledger"

    words = {"title": _("Log spend"), "verb": _("Write down"), "back": reverse("leads:ledger")}
    return form_page(request, form, act, back_label=_("Money"), **words)


@require_POST
@may(Can.SEE_CAMPAIGNS)
def taking_back(request, pk):
    entry = get_object_or_404(SpendEntry.objects.visible_to(request.user), pk=pk)
    if entry.head not in dict(_heads(request.user)):
        raise PermissionDenied
    take_back(entry, by=request.user)
    messages.success(request, _("Taken back: the opposite stands beside it."))
    return redirect(way_back(request, reverse("leads:ledger")))


def _heads(user):
    """[(head, label)] of those whose money `user` may write down."""
    may_write = {Head.DEMAND: Can.RUN_CAMPAIGNS}
    return [
        (head.value, head.label)
        for head in Head
        if user.has_perm(Can.PLAN_BUDGET) or user.has_perm(may_write.get(head, Can.PLAN_BUDGET))
    ]


def _written(request, campaign, form, verb, *, title, told, place):
    back = campaign.get_absolute_url() + place

    def act(values):
        verb(campaign, by=request.user, **_said(values))
        messages.success(request, told)
        return back

    words = {"title": title, "verb": _("Write down"), "back_label": campaign}
    return form_page(request, form, act, back=back, **words)


def _said(values):
    return {name: value for name, value in values.items() if name not in TURNED}
