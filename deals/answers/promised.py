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

LATEST = 2000  # answers of a month that are looked at
READ = ("team_id", "offered_at", "answered_at", "held_for", "accept_for", "accept_due_at")


@dataclass(frozen=True)
class Wait:
    """One answer: the working time from the offer to it without what was held, as a share of the
    agreed time too, and whether it came later than agreed."""

    span: timedelta
    used: float
    over: bool


@dataclass(frozen=True)
class Promised:
    """`over` of the view are beyond the agreed time; `waits` are those of this month's answers,
    `median` is theirs; None without any. `missed` were due this month and have no answer."""

    agreement: Agreement
    over: int
    waits: list
    missed: int

    @property
    def median(self):
        return median(wait.span for wait in self.waits) if self.waits else None

    @property
    def count(self):
        return len(self.waits)


def promised(user, view):
    """The Promised of a view, and of the answers this reader sees: a few queries, however many."""
    late = handoffs_in(user, view).filter(answered_late(now()), stage=HandoffStage.OFFERED)
    seen, month = Handoff.objects.visible_to(user), _month()
    return Promised(in_force(), late.count(), _waits(seen, month), _missed(seen, month))


def _month():
    return localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _missed(seen, month):
    """How many ran out, or are over and still wait."""
    due = seen.filter(accept_due_at__gte=month, answered_at=None)
    return due.filter(answered_late(now())).count()


def _waits(seen, month):
    answered = seen.filter(answered_at__gte=month, accept_due_at__isnull=False)
    answered = answered.filter(answered_at__gte=F("offered_at"))
    rows = list(answered.order_by("-answered_at").only(*READ)[:LATEST])
    teams = Team.objects.filter(pk__in={row.team_id for row in rows})
    hours = worktimes([None, *teams])
    return [_wait(row, hours[row.team_id]) for row in rows]


def _wait(row, hours):
    span = max(timedelta(), hours.between(row.offered_at, row.answered_at) - row.held_for)
    used = span / row.accept_for if row.accept_for else float(row.answered_at > row.accept_due_at)
    return Wait(span, used, row.answered_at > row.accept_due_at)
