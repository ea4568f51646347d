"""For whom a hand-off counts: for one colleague, or for a queue, and only once."""

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from leads.clocks.holders import with_holder_at_due
from leads.models import HandoffStep
from leads.stages import HandoffStage


def with_counted(offers):
    """Each with `counts_for`, the key of a colleague (None: a queue).

    It counts for whoever accepted it, or returned it in time. What was returned late, ran out or
    still waits counts for whoever had it when the time to answer was over; where it was not over,
    for whoever had it last. So nobody is charged with what came to them late, and who takes it
    nevertheless has the credit.
    """
    in_time = Q(accept_due_at=None) | Q(answered_at__lte=F("accept_due_at"))
    returned = Case(When(in_time, then=_who(HandoffStage.RETURNED)), output_field=BigIntegerField())
    key = Coalesce(
        _who(HandoffStage.ACCEPTED),
        returned,
        F("holder_at_due"),
        output_field=BigIntegerField(),
    )
    return with_holder_at_due(offers).annotate(counts_for=key)


def _who(answer):
    steps = HandoffStep.objects.filter(handoff=OuterRef("pk"), to_stage=answer)
    return Subquery(steps.order_by("pk").values("by")[:1])
