"""What both sides said of a return."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from funnel.models import Reason, ReasonKind, User
from funnel.race import lost_race
from leads.handoff.models import ActKind
from leads.stages import HandoffStage

SALES, MARKETING = "sal", "mkt"
SIDES = {HandoffStage.RETURNED: SALES, HandoffStage.DISPUTED: MARKETING}
DECIDED = (HandoffStage.UPHELD, HandoffStage.OVERTURNED)


@dataclass(frozen=True)
class Said:
    """One word of the argument. `side` is "" for a manager's."""

    by: User | None
    at: datetime
    what: str
    words: str
    side: str
    why: Reason | None = None  # of the return


def argument(handoff):
    """[Said] from its return on, oldest first; three queries."""
    reasons = {reason.key: reason for reason in Reason.objects.filter(kind=ReasonKind.RETURN)}
    steps = handoff.steps.filter(to_stage__in=[*SIDES, *DECIDED]).select_related("by")
    said = [
        Said(
            step.by,
            step.at,
            str(HandoffStage(step.to_stage).label),
            step.words,
            SIDES.get(step.to_stage, ""),
            reasons.get(step.reason),
        )
        for step in steps
    ]
    answers = handoff.acts.filter(kind=ActKind.ANSWERED).select_related("by")
    said += [
        Said(act.by, act.at, str(ActKind.ANSWERED.label), act.words, MARKETING) for act in answers
    ]
    return sorted(said, key=lambda each: each.at)


def standing(handoff):
    """Where it stands, in words: "Disputed by Mara, 3 minutes ago. A manager decides."."""
    last = handoff.steps.select_related("by").order_by("id").last()
    words = lost_race(handoff, last).message
    waits = handoff.stage == HandoffStage.DISPUTED
    return f"{words} {_('A manager decides.')}" if waits else words
