"""Weeks to work in, and the minute hand that counts them: no arithmetic, only looking."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from funnel.worktime import WorkTime

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JUMPS = {  # zone: days on which its clock jumps; where it never does, days like others
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),  # by half an hour
    "America/Sao_Paulo": (date(2018, 2, 18), date(2018, 11, 4)),  # at midnight
    "America/St_Johns": (date(2010, 3, 14), date(2010, 11, 7)),  # a minute after it
    "Asia/Kolkata": (date(2026, 3, 29), date(2026, 10, 25)),
}
ABOUT = 3  # days on either side of a jump
SPAN = 2 * ABOUT * 24 * 60  # minutes

minutes = st.integers(0, 24 * 60 - 1)


@st.composite
def weeks(draw, around):
    """A WorkTime in some zone, its holidays within ABOUT days of `around(zone)`."""
    zone = draw(st.sampled_from(sorted(JUMPS)))
    week = tuple(draw(st.lists(_days(), min_size=7, max_size=7).filter(any)))
    days = [around(zone) + number * DAY for number in range(-ABOUT, ABOUT)]
    return WorkTime(zone, week, draw(st.frozensets(st.sampled_from(days), max_size=2)))


@st.composite
def _days(draw):
    """No, one or two spans of a day, to the minute; the last may end at midnight."""
    edges = draw(st.sets(st.integers(0, 24 * 60), max_size=4))
    edges = sorted(edges)[: len(edges) // 2 * 2]
    times = [time(edge // 60 % 24, edge % 60) for edge in edges]
    return tuple(zip(times[::2], times[1::2], strict=True))


def spans(work):
    """Up to a hundred of its weeks, whatever they hold."""
    plain = datetime(2027, 1, 11, tzinfo=UTC)
    return st.timedeltas(timedelta(), 100 * work.between(plain, plain + 7 * DAY))


def begin(day):
    return datetime.combine(day - ABOUT * DAY, time(), UTC)


@cache
def walls(zone, day):
    """What a clock that is never turned back shows in each minute about `day`, local and naive."""
    shown, latest = [], datetime.min
    for number in range(SPAN):
        local = (begin(day) + number * MINUTE).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        latest = max(latest, local)
        shown.append(latest)
    return shown


def counted(work, day, first, last):
    """How many of the minutes [first, last) about `day` are working time."""
    return sum(shows_open(work, wall) for wall in walls(work.zone, day)[first:last])


def shows_open(work, wall):
    return wall.date() not in work.holidays and any(
        opens <= wall.time() and (wall.time() < closes or closes == time())
        for opens, closes in work.week[wall.weekday()]
    )
