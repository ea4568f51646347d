"""How much of what was offered was accepted, by campaign, by who it was offered to, and why not."""

from dataclasses import dataclass

from django.db.models import Count, Q

from funnel.models import Reason, ReasonKind, Side
from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import Handoff, HandoffStep
from leads.stages import CAME_BACK, HandoffStage

DECIDED = (HandoffStage.ACCEPTED, HandoffStage.EXPIRED, *CAME_BACK)
BY = {
    "campaign": ("lead__campaign", "lead__campaign__name"),
    "person": ("offered_to", "offered_to__name"),
    "team": ("team", "team__name"),
}


@dataclass(frozen=True)
class Group:
    """One campaign, person or team; `label` is None for those without one."""

    key: int | None
    label: str | None
    offered: int
    accepted: Ratio  # of those accepted, returned or expired


@dataclass(frozen=True)
class Why:
    """One reason of return: how many, of all returns that stand."""

    label: str
    side: str
    share: Ratio


def acceptance(period: Period, *, by):
    """[Group] of the hand-offs offered in `period`, the most offered first. `by`: a key of BY."""
    key, label = BY[by]
    offers = Handoff.objects.filter(**period.of("offered_at")).order_by()
    rows = offers.values_list(key, label).annotate(
        offered=Count("pk"),
        accepted=Count("pk", filter=Q(stage=HandoffStage.ACCEPTED)),
        decided=Count("pk", filter=Q(stage__in=DECIDED)),
    )
    groups = [Group(k, name, n, Ratio(part, whole)) for k, name, n, part, whole in rows]
    return sorted(groups, key=lambda group: (-group.offered, group.label or ""))


def why_returned(period: Period):
    """[Why] of the returns of hand-offs offered in `period`, the commonest first."""
    offers = Handoff.objects.came_back().filter(**period.of("offered_at"))
    steps = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, handoff__in=offers)
    rows = steps.order_by().values_list("reason", "side").annotate(n=Count("handoff"))
    whole = sum(count for _key, _side, count in rows)
    labels = {each.key: str(each) for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    sides = dict(Side.choices)
    found = [
        Why(labels.get(key, key), str(sides.get(side, side)), Ratio(count, whole))
        for key, side, count in rows
    ]
    return sorted(found, key=lambda why: (-why.share.part, why.label))
