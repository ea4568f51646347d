"""Which hand-offs kept the agreed times: conditions for queries.

What is still running has missed nothing, and neither has a clock that was held before its end.
Withdrawn offers owe no answer. Without a promise (an import) a hand-off is in none of these.
"""

from django.db.models import Exists, F, OuterRef, Q

from leads.handoff.models import HandoffStep
from leads.stages import HandoffStage


def answered_in_time():
    return Q(answered_at__lte=F("accept_due_at"))


def answered_late(at):
    """Answered after the agreed time, or not answered though it was over at `at`."""
    over = _over("accept_due_at", at) & Q(stage=HandoffStage.OFFERED)
    late = Q(answered_at__gt=F("accept_due_at"))
    return late | over | Q(stage=HandoffStage.EXPIRED, accept_due_at__isnull=False)


def contacted_in_time():
    return Q(contacted_at__lte=F("contact_due_at"))


def contacted_late(at):
    """Accepted and contacted after the agreed time, or not contacted though it was over: at `at`,
    or before the lead was sent back."""
    over = _over("contact_due_at", at) & Q(stage=HandoffStage.ACCEPTED)
    back = HandoffStep.objects.filter(
        handoff=OuterRef("pk"),
        from_stage=HandoffStage.ACCEPTED,
        to_stage=HandoffStage.RETURNED,
        at__gt=OuterRef("contact_due_at"),
    )
    late = Q(contacted_at__gt=F("contact_due_at"))
    return late | Q(contacted_at=None) & (over | Exists(back))


def _over(due, at):
    held_later = Q(held_at=None) | Q(held_at__gt=F(due))
    return Q(**{f"{due}__lt": at}) & held_later
