"""What sales said lately of leads that it gave back, whichever campaign they came by."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import OuterRef, Subquery
from django.utils.timezone import now

from funnel.models import Reason, ReasonKind
from leads.models import Handoff, HandoffStep
from leads.stages import CAME_BACK, HandoffStage

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
    latest: Handoff  # with `words`, `said_by` and `said_at`


def said_lately(user, *, at=None):
    """[Said] of the returns in the last LATELY that still stand, the commonest reason first."""
    rows, piles = list(_returned(user, (at or now()) - LATELY)), {}
    reasons = {each.key: each for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    for row in rows:
        piles.setdefault(row.reason, []).append(row)
    said = [_said(reasons.get(key), key, pile, len(rows)) for key, pile in piles.items()]
    return sorted(said, key=lambda each: (-each.times, each.reason))


def _returned(user, since):
    last = HandoffStep.objects.filter(handoff=OuterRef("pk"), to_stage=HandoffStage.RETURNED)
    told = {
        name: Subquery(last.order_by("-id").values(column)[:1])
        for name, column in (
            ("reason", "reason"),
            ("words", "words"),
            ("said_by", "by__name"),
            ("said_at", "at"),
        )
    }
    rows = Handoff.objects.visible_to(user).filter(stage__in=CAME_BACK).annotate(**told)
    related = ("lead__campaign", "lead__person__company")
    return rows.filter(said_at__gte=since).select_related(*related).order_by("-said_at", "-pk")


def _said(reason, key, rows, of):
    campaigns = Counter(row.lead.campaign for row in rows).most_common(CAMPAIGNS_SHOWN)
    worded = next((row for row in rows if row.words), rows[0])
    side = reason.get_side_display() if reason else ""
    return Said(str(reason or key), side, len(rows), of, tuple(campaigns), worded)
