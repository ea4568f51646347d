"""The line in one sentence, for the strip on every page: a few small queries."""

from datetime import timedelta
from decimal import Decimal

from django.core.cache import cache
from django.db.models import Count, Min, Q, Sum
from django.utils.timezone import now

from deals.pipeline.models import Deal
from deals.stages import DealStage
from funnel.models import ReasonKind
from funnel.permissions import Can
from funnel.ratio import Ratio
from leads.clocks.holders import came_over
from leads.clocks.lateness import answered_in_time, answered_late
from leads.handoff.passes import reason_labels
from leads.models import Handoff, HandoffStep
from leads.stages import CAME_BACK, HandoffStage

LATELY, YEAR = timedelta(days=30), timedelta(days=365)
ENOUGH = 30  # accepted leads, below which no worth is told
WORTH, KEPT = "line:worth", 600  # the worth of an accepted lead is remembered for these seconds
DECIDED = (HandoffStage.ACCEPTED, HandoffStage.EXPIRED, *CAME_BACK)


def line_now(user):
    """What waits of all that `user` may see, since when, and how the last 30 days were answered.

    `over` of the waiting are beyond the agreed time, `came_late` of them were so already when they
    came to `user`; `in_time` is the Ratio of those answered by
    then among the ones due in the 30 days, `accepted` that of those accepted, returned or expired
    in them; `top` is the commonest reason of return, None without a return; `money` what the
    waiting are worth by `worth`, None where that is unknown or where the reader may not see deals.
    """
    seen, moment = Handoff.objects.visible_to(user), now()
    since = moment - LATELY
    answered = Q(stage__in=DECIDED, stage_since__gte=since)
    waiting = Q(stage=HandoffStage.OFFERED)
    late = waiting & answered_late(moment)
    came_late = late & Q(offered_to=user) & came_over()
    line = seen.filter(answered | waiting).aggregate(
        waiting=Count("pk", filter=waiting),
        over=Count("pk", filter=late),
        came_late=Count("pk", filter=came_late),
        oldest=Min("offered_at", filter=waiting),
        accepted=Count("pk", filter=Q(stage=HandoffStage.ACCEPTED)),
        answered=Count("pk", filter=answered),
    )
    each = worth() if user.has_perm(Can.SEE_DEALS) else None
    return {
        "waiting": line["waiting"],
        "over": line["over"],
        "came_late": line["came_late"],
        "oldest": line["oldest"] and moment - line["oldest"],
        "in_time": _in_time(seen, since, moment),
        "accepted": Ratio(line["accepted"], line["answered"]),
        "top": _top_reason(seen, since),
        "money": None if each is None else each * line["waiting"],
    }


def worth():
    """The won money per accepted lead of the last twelve months, in the organisation's currency.

    None under 30 accepted leads. Remembered for ten minutes, or until `forget`.
    """
    return cache.get_or_set(WORTH, _worth, KEPT)


def forget():
    """The worth is counted anew: deals have come or gone with a sample."""
    cache.delete(WORTH)


def _worth():
    since = now() - YEAR
    steps = HandoffStep.objects.filter(to_stage=HandoffStage.ACCEPTED, at__gte=since)
    accepted = steps.values("handoff__lead").distinct()
    count = accepted.count()
    if count < ENOUGH:
        return None
    won = Deal.objects.filter(stage=DealStage.WON, lead__in=accepted)
    return (won.aggregate(sum=Sum("base_amount"))["sum"] or Decimal(0)) / count


def _in_time(seen, since, moment):
    due = seen.filter(accept_due_at__gte=since, accept_due_at__lt=moment)
    counted = due.exclude(stage=HandoffStage.WITHDRAWN).aggregate(
        part=Count("pk", filter=answered_in_time()),
        late=Count("pk", filter=answered_late(moment)),
    )
    return Ratio(counted["part"], counted["part"] + counted["late"])


def _top_reason(seen, since):
    """The label of the commonest reason of return since then, None without a return."""
    top = (
        seen.filter(stage__in=CAME_BACK, stage_since__gte=since)
        .filter(steps__to_stage=HandoffStage.RETURNED)
        .values_list("steps__reason")
        .annotate(count=Count("pk"))
        .order_by("-count", "steps__reason")
        .first()
    )
    return top and reason_labels(ReasonKind.RETURN).get(top[0], top[0])
