"""The line in one sentence, for the strip on every page: at most three small queries."""

from datetime import timedelta

from django.db.models import Count, Min, Q
from django.utils.timezone import now

from deals.answers.queries import reason_labels
from funnel.models import ReasonKind
from funnel.ratio import Ratio
from leads.models import Handoff
from leads.stages import HandoffStage

LATELY = timedelta(days=30)
ANSWERS = (HandoffStage.ACCEPTED, HandoffStage.RETURNED)


def line_now(user):
    """What waits of all that `user` may see, since when, and how the last 30 days were answered.

    `top` is the commonest reason of return, None without a return.
    """
    seen, moment = Handoff.objects.visible_to(user), now()
    since = moment - LATELY
    answered = Q(stage__in=ANSWERS, stage_since__gte=since)
    line = seen.filter(answered | Q(stage=HandoffStage.OFFERED)).aggregate(
        waiting=Count("pk", filter=Q(stage=HandoffStage.OFFERED)),
        oldest=Min("offered_at", filter=Q(stage=HandoffStage.OFFERED)),
        accepted=Count("pk", filter=Q(stage=HandoffStage.ACCEPTED)),
        answered=Count("pk", filter=answered),
    )
    return {
        "waiting": line["waiting"],
        "oldest": line["oldest"] and moment - line["oldest"],
        "accepted": Ratio(line["accepted"], line["answered"]),
        "top": _top_reason(seen, since),
    }


def _top_reason(seen, since):
    """The label of the commonest reason of return since then, None without a return."""
    top = (
        seen.filter(stage=HandoffStage.RETURNED, stage_since__gte=since)
        .filter(steps__to_stage=HandoffStage.RETURNED)
        .values_list("steps__reason")
        .annotate(count=Count("pk"))
        .order_by("-count", "steps__reason")
        .first()
    )
    return top and reason_labels(ReasonKind.RETURN).get(top[0], top[0])
