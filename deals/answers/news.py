"""What has changed since the inbox was drawn."""

from dataclasses import dataclass

from django.db.models import Count, Q

from deals.answers.queries import PARTS, handoffs_in
from leads.agreement.terms import Tier
from leads.handoff.models import ActKind
from leads.handoff.passes import with_answers
from leads.models import Handoff, HandoffAct
from leads.stages import HandoffStage


@dataclass(frozen=True)
class News:
    """`arrived` came to the view, `hot` of them are hot. `gone` left it: hand-offs with `answer`
    (their last step) and, where they wait for somebody else now, `passed` (the act). `vanished`
    are the keys of those gone that the reader sees no more."""

    arrived: int
    hot: int
    gone: list
    vanished: set


def news_of(user, view, *, shown, beyond=0, beyond_hot=0, team=None):
    """The News of a view of which the hand-offs `shown` were drawn and `beyond` more were not,
    `beyond_hot` of these hot."""
    here = handoffs_in(user, view)
    if team:
        here = here.filter(team=team)
    still = set(here.filter(pk__in=shown).values_list("pk", flat=True))
    others = here.exclude(pk__in=shown)
    count = others.aggregate(all=Count("pk"), hot=Count("pk", filter=Q(tier=Tier.HOT)))
    arrived = max(0, count["all"] - beyond)
    hot = min(arrived, max(0, count["hot"] - beyond_hot))
    left = set(shown) - still
    return News(arrived, hot, *(_gone(user, left) if left else ([], set())))


def _gone(user, keys):
    seen = Handoff.objects.visible_to(user).filter(pk__in=keys).select_related(*PARTS)
    gone = with_answers(seen)
    waiting = [row.pk for row in gone if row.stage == HandoffStage.OFFERED]
    acts = HandoffAct.objects.filter(handoff__in=waiting, kind=ActKind.REROUTED)
    passed = {act.handoff_id: act for act in acts.select_related("to").order_by("id")}
    for row in gone:
        row.passed = passed.get(row.pk)
    return gone, keys - {row.pk for row in gone}
