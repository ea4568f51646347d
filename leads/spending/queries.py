from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from leads.spending.models import ReachKind, SpendEntry
from leads.spending.spread import spent_in, spent_until


@dataclass(frozen=True)
class Total:
    """What entries come to, in the organisation's currency: spent by today, and still committed
    by spans that go on."""

    spent: Decimal
    whole: Decimal

    @property
    def committed(self):
        return self.whole - self.spent


def ledger(user, *, head="", kind="", campaign=None, words="", first=None, last=None):
    """The entries that `user` may see and the filters let through, the latest day first."""
    entries = SpendEntry.objects.visible_to(user)
    same = {"head": head, "kind": kind, "campaign": campaign}
    entries = entries.filter(**{name: value for name, value in same.items() if value})
    if words:
        texts = ("what", "vendor", "invoice", "note", "campaign__name")
        said = Q()
        for text in texts:
            said |= Q(**{f"{text}__icontains": words})
        entries = entries.filter(said)
    if first:
        entries = entries.filter(Q(on__gte=first) | Q(until__gte=first))
    if last:
        entries = entries.filter(on__lte=last)
    return entries.select_related("campaign", "by", "corrects", "taken_back")


def total(entries):
    """The Total of a set of entries, whole."""
    whole = entries.order_by().aggregate(sum=Sum("base_amount"))["sum"] or Decimal(0)
    return Total(spent_until(entries, localdate()), whole)


def within(entries, first: date, last: date):
    """What of entries falls on the days from `first` to `last`, both included."""
    return spent_in(entries, first, last)


def spend_of(campaign):
    """(the entries of a campaign, the latest day first; their Total)."""
    entries = campaign.spend.select_related("by", "corrects", "taken_back")
    return entries, total(campaign.spend.all())


def reach_of(campaign):
    """(the entries, the latest day first; [(kind in words, sum)] of what was counted)."""
    entries = campaign.reach.select_related("by")
    sums = entries.order_by("kind").values_list("kind").annotate(sum=Sum("count"))
    return entries, [(ReachKind(kind).label, total) for kind, total in sums]


def same_invoice(vendor, invoice):
    """The entry that has this vendor's invoice already and was not taken back, or None."""
    if not vendor or not invoice:
        return None
    same = SpendEntry.objects.filter(vendor__iexact=vendor, invoice__iexact=invoice)
    return same.filter(corrects=None, taken_back=None).order_by("-id").first()


def reach_to_correct(campaign, pk):
    """How the form begins that takes back the entry of a campaign: turned round; {} without one."""
    entry = campaign.reach.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None
    if entry is None:
        return {}
    kept = {"on": entry.on, "kind": entry.kind, "place": entry.place}
    return kept | {"count": -entry.count, "note": _("Takes back an entry.")}
