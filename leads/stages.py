from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from funnel.machine import Machine


class LeadStage(TextChoices):
    CAPTURED = "captured", _("Captured")
    MQL = "mql", _("Qualified")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    CLOSED = "closed", _("Closed")
    RECYCLED = "recycled", _("Recycled")
    DISQUALIFIED = "disqualified", _("Disqualified")


CAPTURED, MQL, OFFERED, ACCEPTED, CLOSED, RECYCLED, DISQUALIFIED = LeadStage

FINAL = (CLOSED, DISQUALIFIED)

LEAD_MACHINE = Machine(
    stages=LeadStage,
    moves={
        "": {CAPTURED},
        CAPTURED: {MQL, OFFERED, RECYCLED, DISQUALIFIED},
        MQL: {OFFERED, RECYCLED, DISQUALIFIED},
        OFFERED: {ACCEPTED, MQL, CAPTURED, RECYCLED, DISQUALIFIED},
        ACCEPTED: {CLOSED, MQL, CAPTURED, RECYCLED, DISQUALIFIED},
        RECYCLED: {MQL, CAPTURED, DISQUALIFIED},
        CLOSED: {ACCEPTED},  # a deal is re-opened
    },
    explained=frozenset({RECYCLED, DISQUALIFIED}),
)


class HandoffStage(TextChoices):
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")
    DISPUTED = "disputed", _("Disputed")
    UPHELD = "upheld", _("Upheld")
    OVERTURNED = "overturned", _("Overturned")


CAME_BACK = (HandoffStage.RETURNED, HandoffStage.DISPUTED, HandoffStage.UPHELD)


HANDOFF_MACHINE = Machine(
    stages=HandoffStage,
    moves={
        "": {HandoffStage.OFFERED},
        HandoffStage.OFFERED: {
            HandoffStage.ACCEPTED,
            HandoffStage.RETURNED,
            HandoffStage.WITHDRAWN,
            HandoffStage.EXPIRED,
        },
        HandoffStage.ACCEPTED: {HandoffStage.RETURNED},
        HandoffStage.RETURNED: {HandoffStage.DISPUTED},
        HandoffStage.DISPUTED: {HandoffStage.UPHELD, HandoffStage.OVERTURNED},
    },
    explained=frozenset({HandoffStage.RETURNED}),
)
