"""The last days at the line: how long each offer waited, in working time, and what was agreed."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from funnel.period import Period
from leads.clocks.queries import hours_of
from leads.models import Handoff
from leads.stages import HandoffStage

MOST = 2000  # dots that are drawn
FULL = 2.0  # times the agreed time: the end of the axis


@dataclass(frozen=True)
class Dot:
    """One offer. `used` is its wait as a part of the agreed time, 1 when that is just used."""

    day: date
    used: float
    waiting: bool

    @property
    def over(self):
        return self.used > 1


@dataclass(frozen=True)
class Day:
    on: date
    dots: tuple
    median: float | None


def line_health(period: Period):
    """[Day] for every day of `period`, oldest first, of the offers made on it that have a clock."""
    offers = Handoff.objects.filter(**period.of("offered_at"), accept_due_at__isnull=False)
    offers = offers.exclude(stage=HandoffStage.WITHDRAWN).select_related("team")
    rows, zone = list(offers.order_by("-offered_at")[:MOST]), ZoneInfo(period.zone)
    hours, at = hours_of(rows), now()
    dots = [_dot(row, hours[row.team_id], at, zone) for row in rows]
    length = (period.last - period.first).days + 1
    return [_day(period.first + timedelta(days=n), dots) for n in range(length)]


def _dot(row, hours, at, zone):
    until = max(row.offered_at, row.answered_at or row.held_at or at)
    waited = max(timedelta(), hours.between(row.offered_at, until) - row.held_for)
    used = min(waited / row.accept_for, FULL) if row.accept_for else FULL
    return Dot(row.offered_at.astimezone(zone).date(), used, row.answered_at is None)


def _day(on, dots):
    todays = sorted((dot for dot in dots if dot.day == on), key=lambda dot: dot.used)
    middle = todays[len(todays) // 2].used if todays else None
    return Day(on, tuple(todays), middle)
