"""Working time: how much of it lies between two instants, and when so much of it has passed.

Hours are wall-clock; what counts is the time that really passes. A wall time stands for the first
instant at which the clock on the wall shows it or a later one: one that is skipped is the moment
of the jump, one that comes twice is its first coming. So a day on which the clock jumps inside
opening hours has more or less of them. Closing at 00:00 is midnight at the end of the day.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

DAY, SECOND, NONE = timedelta(days=1), timedelta(seconds=1), timedelta()
MIDNIGHT = time()


@dataclass(frozen=True)
class WorkTime:
    """The opening hours of a week in one zone, and the days on which there are none."""

    zone: str
    week: tuple  # seven days, Monday first; each a tuple of (opens, closes) in their order
    holidays: frozenset = frozenset()

    def __post_init__(self):
        """ValueError unless there are seven days in order, with hours on some of them."""
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("a week has seven days, and hours on some of them")
        if not all(map(in_order, self.week)):
            raise ValueError("hours open before they close, one span after the other")

    @property
    def clock(self):
        return ZoneInfo(self.zone)

    def after(self, start, span):
        """The aware UTC instant at which `span` of working time has passed since `start`.

        No span is `start` itself, open or not; a span that ends with the day ends at its closing.
        ValueError for a negative one.
        """
        start = start.astimezone(UTC)
        if span < NONE:
            raise ValueError("a span of working time is not negative")
        if span == NONE:
            return start
        first = _day_of(self.zone, start)
        left = span + self._past(first, start)
        day = self._day_with(first, left)
        return self._within(day, left - self._length_of(first, day))

    def between(self, start, end):
        """The working time from `start` up to `end`. ValueError when they are in wrong order."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        if end < start:
            raise ValueError("the end is before the start")
        first, last = _day_of(self.zone, start), _day_of(self.zone, end)
        return self._length_of(first, last) + self._past(last, end) - self._past(first, start)

    def is_open(self, at):
        """Whether `at` is working time; the closing instant is not."""
        at = at.astimezone(UTC)
        return any(opens <= at < closes for opens, closes in self.spans(_day_of(self.zone, at)))

    def spans(self, day):
        """The hours of the date `day` as pairs of aware UTC instants, in their order."""
        if day in self.holidays:
            return []
        return [
            (_instant(self.zone, day, opens), _closing(self.zone, day, closes))
            for opens, closes in self.week[day.weekday()]
        ]

    def _past(self, day, at):
        """The working time of `day` before `at`."""
        spans = self.spans(day)
        return sum((min(at, closes) - opens for opens, closes in spans if opens < at), NONE)

    def _day_with(self, first, span):
        """The day on which `span` is reached, counted from the beginning of `first`."""
        days = 7 * (span // self._whole_week + 1)
        while self._length_of(first, first + days * DAY) < span:
            days *= 2
        return first + DAY * bisect_left(
            range(days), span, key=lambda number: self._length_of(first, first + (number + 1) * DAY)
        )

    def _within(self, day, span):
        """The instant at which `span` of the hours of `day` has passed; it has that much."""
        for opens, closes in self.spans(day):
            if span <= closes - opens:
                return opens + span
            span -= closes - opens
        raise ValueError("the day is shorter")

    def _length_of(self, first, until):
        """The working time of the days from `first` up to `until`; weeks are not walked."""
        weeks, rest = divmod((until - first).days, 7)
        plain = sum((self._plain[(first.weekday() + day) % 7] for day in range(rest)), NONE)
        odd = (self._length(day) - self._plain[day.weekday()] for day in self._odd(first, until))
        return weeks * self._whole_week + plain + sum(odd, NONE)

    def _odd(self, first, until):
        """The days that are unlike others of their weekday: the clock jumps, or it is a holiday."""
        ordered = self._holidays
        yield from ordered[bisect_left(ordered, first) : bisect_left(ordered, until)]
        for year in range(first.year, until.year + 1):
            for day in _jumps(self.zone, year):
                if first <= day < until and day not in self.holidays:
                    yield day

    def _length(self, day):
        return sum((closes - opens for opens, closes in self.spans(day)), NONE)

    @cached_property
    def _holidays(self):
        return sorted(self.holidays)

    @cached_property
    def _plain(self):
        """The working time of each weekday on which the clock does not jump."""
        return [
            sum((_wall(closes, at_end=True) - _wall(opens) for opens, closes in day), NONE)
            for day in self.week
        ]

    @cached_property
    def _whole_week(self):
        return sum(self._plain, NONE)


def in_order(spans):
    """Whether every (opens, closes) of a day closes after it opens, and before the next opens."""
    walls = [(_wall(opens), _wall(closes, at_end=True)) for opens, closes in spans]
    edges = [edge for wall in walls for edge in wall]
    return edges == sorted(edges) and all(opens < closes for opens, closes in walls)


def _wall(at, *, at_end=False):
    """A time of day as the time since midnight; 00:00 `at_end` is a whole day."""
    if at_end and at == MIDNIGHT:
        return DAY
    return timedelta(
        hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond
    )


def _closing(zone, day, at):
    return _instant(zone, day + DAY, at) if at == MIDNIGHT else _instant(zone, day, at)


def _day_of(zone, at):
    """The day `at` belongs to; a midnight that comes twice begins its day the first time."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return day + DAY if _instant(zone, day + DAY, MIDNIGHT) <= at else day


@lru_cache(maxsize=2**14)
def _instant(zone, day, at):
    """The first instant at which the wall of `zone` shows that time of that day, or a later one."""
    wall = datetime.combine(day, at, ZoneInfo(zone))
    after = wall.astimezone(UTC)
    if after.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return after
    before = wall.replace(fold=1).astimezone(UTC)  # the wall skips this time: find the jump
    seconds = int((after - before).total_seconds())
    offset = wall.utcoffset()
    jumped = bisect_left(
        range(seconds), True, key=lambda number: _offset(zone, before + number * SECOND) != offset
    )
    return before.replace(microsecond=0) + jumped * SECOND


def _offset(zone, at):
    return at.astimezone(ZoneInfo(zone)).utcoffset()


@lru_cache(maxsize=2**10)
def _jumps(zone, year):
    """The days of `year` that have not 24 hours."""
    first = date(year, 1, 1)
    days = [first + number * DAY for number in range(366)]
    midnights = [_midnight(zone, day) for day in (*days, days[-1] + DAY)]
    lengths = zip(days, midnights, midnights[1:], strict=False)
    return tuple(day for day, begins, ends in lengths if ends - begins != DAY and day.year == year)


def _midnight(zone, day):
    return _instant.__wrapped__(zone, day, MIDNIGHT)  # a year of them would crowd the cache


ROUND_THE_CLOCK = WorkTime("UTC", (((MIDNIGHT, MIDNIGHT),),) * 7)
