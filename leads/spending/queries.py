from decimal import Decimal

from django.db.models import Sum

from leads.spending.models import ReachEntry, ReachKind, SpendEntry


def spend_of(campaign):
    """(the entries, the latest day first; their sum in the organisation's currency)."""
    entries = campaign.spend.select_related("by")
    return entries, entries.aggregate(sum=Sum("base_amount", default=Decimal(0)))["sum"]


def reach_of(campaign):
    """(the entries, the latest day first; [(kind in words, sum)] of what was counted)."""
    entries = campaign.reach.select_related("by")
    sums = entries.order_by("kind").values_list("kind").annotate(sum=Sum("count"))
    return entries, [(ReachKind(kind).label, total) for kind, total in sums]


def entry_to_correct(campaign, ledger, pk):
    """The entry of `ledger` that a reader wants to take back, or None."""
    model = {"spend": SpendEntry, "reach": ReachEntry}[ledger]
    return model.objects.filter(campaign=campaign, pk=pk).first() if pk.isdecimal() else None
