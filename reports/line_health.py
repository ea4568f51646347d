"""The last days at the line: how long each offer waited, in working time, and what was agreed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from funnel.period import Period
from leads.clocks.queries import hours_of
from leads.stages import HandoffStage
from reports.line_parts import offered_in

FULL = 2.0  # times the agreed time: the end of the axis, and of an offer that ran out


@dataclass(frozen=True)
class Dot:
    """One offer. `used` is its wait as a part of the agreed time: 1 when that is just used, FULL
    for all that is longer. A held clock does not wait."""

    day: date
    used: float
    over: bool
    waiting: bool


@dataclass(frozen=True)
class Day:
    """The offers made on one day, the shortest wait first; `median` is None without any."""

    on: date
    dots: tuple
    median: float | None

    @property
    def percent(self):
        """The median wait in per cent of the agreed time."""
        return None if self.median is None else round(100 * self.median)

    @property
    def over(self):
        return sum(dot.over for dot in self.dots)

    @property
    def waiting(self):
        return sum(dot.waiting for dot in self.dots)


def line_health(period: Period):
    """[Day] for every day of `period`, oldest first, of the offers made on it that have a clock.

    Withdrawn offers are left out: nobody owes them an answer.
    """
    offers = offered_in(period).filter(accept_due_at__isnull=False).defer("evidence", "note")
    rows = list(offers.exclude(stage=HandoffStage.WITHDRAWN).select_related("team"))
    hours, at, zone, days = hours_of(rows), now(), ZoneInfo(period.zone), defaultdict(list)
    for row in rows:
        dot = _dot(row, hours[row.team_id], at, zone)
        days[dot.day].append(dot)
    length = (period.last - period.first).days + 1
    return [_day(on, days[on]) for on in (period.first + timedelta(n) for n in range(length))]


def _dot(row, hours, at, zone):
    expired, waiting = row.stage == HandoffStage.EXPIRED, row.stage == HandoffStage.OFFERED
    until = row.answered_at or row.held_at or at
    over = expired or until > row.accept_due_at
    used = FULL if expired else _used(row, hours, max(until, row.offered_at))
    return Dot(row.offered_at.astimezone(zone).date(), used, over, waiting)


def _used(row, hours, until):
    """From the end of the agreed time, which a hold has moved, back or on to `until`."""
    due = row.accept_due_at
    late = hours.between(due, until) if until > due else -hours.between(until, due)
    used = 1 + late / row.accept_for if row.accept_for else FULL
    return min(max(used, 0.0), FULL)


def _day(on, dots):
    ordered = sorted(dots, key=lambda dot: dot.used)
    return Day(on, tuple(ordered), median(dot.used for dot in ordered) if ordered else None)
