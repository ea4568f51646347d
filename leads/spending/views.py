"""Money spent and heads counted: written down once, never edited."""

from django.contrib import messages
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.money import rounded
from funnel.permissions import Can
from leads.campaigns.views import found
from leads.spending.actions import log_reach, log_spend
from leads.spending.forms import ReachForm, SpendForm
from leads.spending.queries import entry_to_correct


@may(Can.RUN_CAMPAIGNS)
def spend(request, pk):
    campaign = found(request, pk)
    form = SpendForm(request.POST or None, initial=_taken_back(request, campaign, "spend"))
    words = {"title": _("Spent on %s") % campaign, "told": _("Written down."), "place": "#spent"}
    return _written(request, campaign, form, log_spend, **words)


@may(Can.RUN_CAMPAIGNS)
def reach(request, pk):
    campaign = found(request, pk)
    form = ReachForm(request.POST or None, initial=_taken_back(request, campaign, "reach"))
    words = {"title": _("Reached by %s") % campaign, "told": _("Counted."), "place": "#reached"}
    return _written(request, campaign, form, log_reach, **words)


def _written(request, campaign, form, verb, *, title, told, place):
    back = campaign.get_absolute_url() + place

    def act(values):
        verb(campaign, by=request.user, **values)
        messages.success(request, told)
        return back

    words = {"title": title, "verb": _("Write down"), "back_label": campaign}
    return form_page(request, form, act, back=back, **words)


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
