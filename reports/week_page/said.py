"""What sales said lately of leads that it gave back, whichever campaign they came by."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.utils.timezone import now

from funnel.models import Side
from leads.handoff.passes import with_answers
from leads.models import Handoff, HandoffStep
from leads.stages import HandoffStage

LATELY = timedelta(days=14)
CAMPAIGNS_SHOWN = 3


@dataclass(frozen=True)
class Said:
    """One reason: how often, of whose campaigns, and the last that was said of it."""

    reason: str
    side: str
    times: int
    of: int  # all that came back lately
    campaigns: tuple  # (Campaign, times), the commonest first; None stands for no campaign
    latest: Handoff  # with `returned`, the step that sent it back


def said_lately(user, *, at=None):
    """[Said] of the returns in the last LATELY that still stand, the commonest reason first."""
    since, piles = (at or now()) - LATELY, {}
    back = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, at__gte=since)
    found = Handoff.objects.visible_to(user).came_back().filter(pk__in=back.values("handoff"))
    rows = with_answers(found.select_related("lead__campaign", "lead__person__company"))
    for row in sorted(rows, key=lambda row: row.returned.at, reverse=True):
        piles.setdefault(row.returned.reason, []).append(row)
    said = [_said(pile, len(rows)) for pile in piles.values()]
    return sorted(said, key=lambda each: (-each.times, each.reason))


def _said(rows, of):
    campaigns = Counter(row.lead.campaign for row in rows).most_common(CAMPAIGNS_SHOWN)
    worded = next((row for row in rows if row.returned.words), rows[0])
    back = worded.returned
    side = Side(back.side).label if back.side else ""
    return Said(worded.why or back.reason, side, len(rows), of, tuple(campaigns), worded)
