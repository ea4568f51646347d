"""Money spent and heads counted: written down on the campaign's page, never edited."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from funnel.http import may, refusals_on
from funnel.money import rounded
from funnel.once import once
from funnel.permissions import Can
from leads.campaigns.actions import log_reach, log_spend
from leads.campaigns.forms import ReachForm, SpendForm
from leads.campaigns.page import campaign_page
from leads.campaigns.queries import entry_to_correct
from leads.campaigns.views.campaigns import found


@may(Can.RUN_CAMPAIGNS)
def spend(request, pk):
    campaign = found(request, pk)
    form = SpendForm(request.POST or None, initial=_taken_back(request, campaign, "spend"))
    if _written(request, campaign, form, log_spend, _("Written down.")):
        return redirect(f"{campaign.get_absolute_url()}#spent")
    return campaign_page(request, campaign, spend_form=form, opened="spend")


@may(Can.RUN_CAMPAIGNS)
def reach(request, pk):
    campaign = found(request, pk)
    form = ReachForm(request.POST or None, initial=_taken_back(request, campaign, "reach"))
    if _written(request, campaign, form, log_reach, _("Counted.")):
        return redirect(f"{campaign.get_absolute_url()}#reached")
    return campaign_page(request, campaign, reach_form=form, opened="reach")


def _written(request, campaign, form, verb, told):
    """Write the entry once per rendering of its form; says whether it is written."""
    if not form.is_bound or not form.is_valid():
        return False
    values = {name: value for name, value in form.cleaned_data.items() if name != "once"}

    def act():
        verb(campaign, by=request.user, **values)
        messages.success(request, told)
        return campaign

    with refusals_on(form):
        once(form.cleaned_data.get("once"), act)
    return not form.errors


def _taken_back(request, campaign, ledger):
    """The entry named by ?correct=, turned round, as a form begins with it."""
    entry = entry_to_correct(campaign, ledger, request.GET.get("correct", ""))
    if entry is None:
        return {}
    begun = {"on": entry.on, "kind": entry.kind, "note": _("Takes back an entry.")}
    if ledger == "reach":
        return begun | {"count": -entry.count}
    rate = f"{entry.rate.normalize():f}" if entry.rate != 1 else None
    amount = rounded(-entry.amount, entry.currency)
    return begun | {"amount": amount, "currency": entry.currency, "rate": rate}
