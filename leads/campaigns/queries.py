from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from funnel.models import Organisation, Reason, ReasonKind
from funnel.ratio import Ratio
from leads.campaigns.models import Campaign, ReachEntry, ReachKind, SpendEntry
from leads.stages import HandoffStage, LeadStage

VIEWS = {
    "running": _("Running"),
    "planned": _("Planned"),
    "ended": _("Ended"),
    "all": _("All"),
    "archived": _("Archived"),
}


@dataclass(frozen=True)
class Figures:
    """What a campaign cost and brought so far; each lead counts once per rung."""

    spent: Decimal = Decimal(0)  # in the organisation's currency
    captured: int = 0
    qualified: int = 0  # a lead that was offered counts as qualified
    offered: int = 0
    accepted: int = 0

    @property
    def per_accepted(self):
        return self.spent / self.accepted if self.accepted and self.spent else None

    @property
    def rungs(self):
        """(key, name, count, Ratio of the rung before) from captured to accepted."""
        return [
            ("captured", _("Captured"), self.captured, None),
            ("qualified", _("Qualified"), self.qualified, Ratio(self.qualified, self.captured)),
            ("offered", _("Offered"), self.offered, Ratio(self.offered, self.qualified)),
            ("accepted", _("Accepted"), self.accepted, Ratio(self.accepted, self.offered)),
        ]


def campaigns(user, view, today, *, words="", channel=None):
    """The campaigns `user` may see in one of VIEWS, the latest first."""
    rows = Campaign.objects.visible_to(user).select_related("channel", "owner")
    if view == "archived":
        rows = rows.exclude(archived_at=None)
    elif view == "all":
        rows = rows.filter(archived_at=None)
    else:
        rows = getattr(rows, view)(today)
    if channel:
        rows = rows.filter(channel=channel)
    return rows.filter(Q(name__icontains=words) | Q(goal__icontains=words))


def figures(campaigns):
    """{campaign's key: Figures}, in five queries however many there are."""
    rows = Campaign.objects.filter(pk__in=[each.pk for each in campaigns]).order_by()
    qualified = Q(leads__steps__to_stage=LeadStage.MQL) | Q(leads__handoffs__isnull=False)
    accepted = Q(leads__handoffs__steps__to_stage=HandoffStage.ACCEPTED)
    spent = rows.annotate(sum=Sum("spend__base_amount", default=Decimal(0)))
    counts = {
        "spent": dict(spent.values_list("pk", "sum")),
        "captured": _counted(rows.filter(leads__isnull=False)),
        "qualified": _counted(rows.filter(qualified)),
        "offered": _counted(rows.filter(leads__handoffs__isnull=False)),
        "accepted": _counted(rows.filter(accepted)),
    }
    return {
        each.pk: Figures(**{name: found.get(each.pk, 0) for name, found in counts.items()})
        for each in campaigns
    }


def _counted(rows):
    return dict(rows.annotate(n=Count("leads__pk", distinct=True)).values_list("pk", "n"))


def spend_of(campaign):
    """(the entries, the latest day first; their sum in the organisation's currency)."""
    entries = campaign.spend.select_related("by")
    return entries, entries.aggregate(sum=Sum("base_amount", default=Decimal(0)))["sum"]


def reach_of(campaign):
    """(the entries, the latest day first; [(kind in words, sum)] of what was counted)."""
    entries = campaign.reach.select_related("by")
    sums = entries.order_by("kind").values_list("kind").annotate(sum=Sum("count"))
    return entries, [(ReachKind(kind).label, total) for kind, total in sums]


@dataclass(frozen=True)
class Said:
    """What sales said of a campaign's leads for one reason."""

    reason: str
    side: str
    times: int
    of: int  # all that came back
    words: str  # the latest that were said
    by: str
    at: object


def what_sales_said(campaign):
    """The returns of this campaign's leads, by reason, the most frequent first."""
    step = "handoffs__steps__"
    returns = campaign.leads.filter(**{f"{step}to_stage": HandoffStage.RETURNED})
    rows = list(
        returns.order_by(f"-{step}at").values_list(
            *[step + name for name in ("reason", "side", "words", "by__name", "at")]
        )
    )
    labels = {each.key: str(each) for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    grouped = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    said = [_said(labels.get(key, key), found, len(rows)) for key, found in grouped.items()]
    return sorted(said, key=lambda each: -each.times)


def _said(label, rows, of):
    _key, side, words, by, at = next((row for row in rows if row[2]), rows[0])
    return Said(label, side, len(rows), of, words, by or "", at)


def entry_to_correct(campaign, ledger, pk):
    """The entry of `ledger` that a reader wants to take back, or None."""
    model = {"spend": SpendEntry, "reach": ReachEntry}[ledger]
    return model.objects.filter(campaign=campaign, pk=pk).first() if pk.isdecimal() else None


def currency():
    return Organisation.current().currency
