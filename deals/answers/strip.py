"""The line in one sentence, for the strip on every page: two queries."""

from datetime import timedelta

from django.db.models import Count, F, Min, OuterRef, Subquery
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Reason, ReasonKind
from funnel.ratio import Ratio
from leads.models import Handoff
from leads.stages import HandoffStage

LATELY = timedelta(days=30)


def line_now(user):
    """What waits of all that `user` may see, since when, and how the last 30 days were answered.

    `top` is the commonest reason of return, None without a return.
    """
    seen = Handoff.objects.visible_to(user)
    waiting = seen.waiting().aggregate(count=Count("pk"), since=Min("offered_at"))
    moment = now()
    answers = list(_answers(seen, moment))
    accepted = sum(row["count"] for row in answers if row["stage"] == HandoffStage.ACCEPTED)
    returned = [row for row in answers if row["stage"] == HandoffStage.RETURNED]
    top = max(returned, key=lambda row: (row["count"], row["label"] or ""), default=None)
    return {
        "waiting": waiting["count"],
        "oldest": waiting["since"] and moment - waiting["since"],
        "accepted": Ratio(accepted, sum(row["count"] for row in answers)),
        "top": top and _(top["label"] or top["steps__reason"]),
    }


def _answers(seen, moment):
    """Hand-offs by the answer they stand at and its reason."""
    label = Reason.objects.filter(kind=ReasonKind.RETURN, key=OuterRef("steps__reason"))
    return (
        seen.filter(
            stage__in=(HandoffStage.ACCEPTED, HandoffStage.RETURNED),
            stage_since__gte=moment - LATELY,
            steps__to_stage=F("stage"),
        )
        .annotate(label=Subquery(label.values("label")[:1]))
        .values("stage", "steps__reason", "label")
        .annotate(count=Count("pk"))
        .order_by()
    )
