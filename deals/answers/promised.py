"""What was agreed, and how it is kept: the sentence above the inbox."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.db.models import F
from django.utils.timezone import localtime, now

from deals.answers.queries import handoffs_in
from funnel.calendars.queries import worktimes
from funnel.models import Team
from leads.agreement.models import Agreement
from leads.agreement.queries import in_force
from leads.clocks.lateness import answered_late
from leads.models import Handoff
from leads.stages import HandoffStage

LATEST = 2000  # answers of a month that the median is taken of


@dataclass(frozen=True)
class Promised:
    """`over` of the view are beyond the agreed time; `median` is the working time from offer to
    answer of the `count` answers of this month, without what was held; None without any."""

    agreement: Agreement
    over: int
    median: timedelta | None
    count: int


def promised(user, view):
    """The Promised of a view, and of the answers this reader sees: a few queries, however many."""
    late = handoffs_in(user, view).filter(answered_late(now()), stage=HandoffStage.OFFERED)
    waits = _waits(user)
    return Promised(in_force(), late.count(), median(waits) if waits else None, len(waits))


def _waits(user):
    month = localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    answered = Handoff.objects.visible_to(user).filter(
        answered_at__gte=month, accept_due_at__isnull=False
    )
    answered = answered.filter(answered_at__gte=F("offered_at"))
    rows = answered.order_by("-answered_at").values_list(
        "team", "offered_at", "answered_at", "held_for"
    )[:LATEST]
    rows = list(rows)
    teams = Team.objects.filter(pk__in={team for team, *_rest in rows})
    hours = worktimes([None, *teams])
    return [
        max(timedelta(), hours[team].between(offered, answered) - held)
        for team, offered, answered, held in rows
    ]
