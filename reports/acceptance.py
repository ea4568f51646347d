"""How much of what was offered was accepted, by campaign, by whom it counts for, and why not."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.timezone import now

from funnel.models import Reason, ReasonKind, Side, User
from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import HandoffStep
from leads.stages import CAME_BACK, HandoffStage
from reports.counted import with_counted
from reports.line_parts import offered_in, parts

BY = {
    "campaign": ("lead__campaign", "lead__campaign__name"),
    "person": ("counts_for", "counts_for"),
    "team": ("team", "team__name"),
}


@dataclass(frozen=True)
class Group:
    """One campaign, person or team; key and label are None for those without one."""

    key: int | None
    label: str | None
    offered: int
    accepted: Ratio  # of those accepted, returned or expired


@dataclass(frozen=True)
class Why:
    """One reason of return: how many, of all returns that stand."""

    key: str
    label: str
    side: str  # a Side
    share: Ratio

    @property
    def kind(self):
        """The colour of the side that it counts to, as parts of pages name it."""
        return {Side.MARKETING: "mkt", Side.SALES: "sal"}.get(self.side, "")

    @property
    def side_label(self):
        return dict(Side.choices).get(self.side, self.side)


def acceptance(period: Period, *, by):
    """[Group] of the hand-offs offered in `period`, the most offered first. `by`: a key of BY.

    Each counts once; by "person" for whom reports/counted.py says.
    """
    key, label = BY[by]
    which = parts(now())
    rows = list(
        keyed(offered_in(period), by)
        .order_by()
        .values_list(key, label)
        .annotate(
            offered=Count("pk"),
            accepted=Count("pk", filter=which["accepted"]),
            decided=Count("pk", filter=which["decided"]),
        )
    )
    names = _people(rows) if by == "person" else {row[0]: row[1] for row in rows}
    groups = [Group(k, names.get(k), n, Ratio(part, whole)) for k, _name, n, part, whole in rows]
    return sorted(groups, key=lambda group: (-group.offered, group.label or ""))


def keyed(offers, by):
    """`offers` with what they are grouped by."""
    return with_counted(offers) if by == "person" else offers


def in_all(groups):
    """The Ratio of all groups together."""
    return Ratio(
        sum(group.accepted.part for group in groups), sum(group.accepted.whole for group in groups)
    )


def why_returned(period: Period):
    """[Why] of the returns of hand-offs offered in `period`, the commonest first."""
    offers = offered_in(period).filter(stage__in=CAME_BACK)
    steps = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, handoff__in=offers)
    rows = steps.order_by().values_list("reason", "side").annotate(n=Count("handoff"))
    whole = sum(count for _key, _side, count in rows)
    labels = {each.key: str(each) for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    found = [Why(key, labels.get(key, key), side, Ratio(count, whole)) for key, side, count in rows]
    return sorted(found, key=lambda why: (-why.share.part, why.label))


def unnamed(reasons):
    """The Ratio of returns whose reason has no side; above a fifth no side should be judged."""
    whole = sum(why.share.part for why in reasons)
    return Ratio(sum(why.share.part for why in reasons if why.side == Side.UNKNOWN), whole)


def _people(rows):
    """{key: name} of the colleagues whose keys stand first in `rows`."""
    found = User.objects.filter(pk__in=[row[0] for row in rows])
    return dict(found.values_list("pk", "name"))
