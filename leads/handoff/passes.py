"""How a lead was offered before, and what came of it."""

from django.db.models import Prefetch

from funnel.models import Reason, ReasonKind
from leads.handoff.models import Handoff, HandoffStep
from leads.stages import HandoffStage


def earlier(handoff):
    """The passes before this one, the latest first, as `with_answers` tells them."""
    return _told(handoff.lead.handoffs.filter(pass_no__lt=handoff.pass_no))


def passes(lead):
    """All passes of a lead, the latest first, as `with_answers` tells them."""
    return _told(lead.handoffs.all())


def last_passes(leads):
    """{lead's key: its last pass, as `with_answers` tells it}, in few queries however many."""
    found = Handoff.objects.filter(lead__in=[lead.pk for lead in leads])
    found = found.order_by("lead_id", "-pass_no").distinct("lead_id")
    return {row.lead_id: row for row in with_answers(found.select_related("offered_to", "team"))}


def with_answers(handoffs):
    """`handoffs` as a list, each with `answer` (its last step), `returned` (the step that sent it
    back, None where none did) and `why` (its reason's label)."""
    steps = HandoffStep.objects.select_related("by").order_by("id")
    rows = list(handoffs.prefetch_related(Prefetch("steps", steps, to_attr="walked")))
    labels = reason_labels(ReasonKind.RETURN)
    for row in rows:
        row.answer = row.walked[-1] if row.walked else None
        back = [step for step in row.walked if step.to_stage == HandoffStage.RETURNED]
        row.returned = back[-1] if back else None
        row.why = labels.get(row.returned.reason, "") if back else ""
    return rows


def reason_labels(kind):
    """{key: label} of the reasons of one kind."""
    return {reason.key: str(reason) for reason in Reason.objects.filter(kind=kind)}


def _told(rows):
    return with_answers(rows.select_related("offered_to", "team").order_by("-pass_no"))
