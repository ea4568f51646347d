"""The rules of working time, one by one: closings, weekends, and walls that skip or repeat."""

from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from funnel.worktime import WorkTime

HOURS = ((time(9), time(12)), (time(13), time(17)))
BERLIN = WorkTime("Europe/Berlin", (HOURS,) * 5 + ((), ()), frozenset({date(2026, 12, 25)}))
NIGHT = WorkTime("Europe/Berlin", (((time(1), time(4)),),) * 7)


def berlin(*at):
    return datetime(*at, tzinfo=ZoneInfo("Europe/Berlin"))


def test_no_span_is_the_start_itself_even_at_night():
    night = berlin(2026, 7, 4, 23, 30)
    assert BERLIN.after(night, timedelta()) == night
    assert BERLIN.after(night, timedelta()).tzinfo is UTC


def test_a_span_that_ends_with_the_day_ends_at_its_closing():
    assert BERLIN.after(berlin(2026, 7, 3, 15), timedelta(hours=2)) == berlin(2026, 7, 3, 17)
    assert BERLIN.after(berlin(2026, 7, 3, 15), timedelta(hours=3)) == berlin(2026, 7, 6, 10)


def test_the_weekend_and_a_holiday_are_passed_over():
    eve = berlin(2026, 12, 24, 16)
    assert BERLIN.after(eve, timedelta(hours=2)) == berlin(2026, 12, 28, 10)
    assert not BERLIN.is_open(berlin(2026, 12, 25, 10))


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 2), ((2026, 10, 25), 4)])
def test_a_night_on_which_the_clock_jumps_is_shorter_or_longer(day, hours):
    day = berlin(*day)
    assert NIGHT.between(day, day + timedelta(days=1)) == timedelta(hours=hours)


def test_a_time_the_wall_skips_is_the_moment_of_the_jump():
    work = WorkTime("Europe/Berlin", (((time(2, 30), time(4)),),) * 7)
    jump = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert work.is_open(jump) and not work.is_open(jump - timedelta(seconds=1))


def test_a_time_that_comes_twice_is_its_first_coming():
    work = WorkTime("Europe/Berlin", (((time(1), time(2, 30)),),) * 7)
    closing = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert work.after(closing - timedelta(hours=1), timedelta(hours=1)) == closing
    assert not work.is_open(closing + timedelta(minutes=45))


def test_a_day_that_never_was_has_no_hours():
    apia = WorkTime("Pacific/Apia", (HOURS,) * 7)
    before = datetime(2011, 12, 29, 17, tzinfo=ZoneInfo("Pacific/Apia"))
    after = datetime(2011, 12, 31, 9, tzinfo=ZoneInfo("Pacific/Apia"))
    assert apia.between(before, after) == timedelta()
    assert apia.after(before, timedelta(hours=1)) == after + timedelta(hours=1)


def test_ten_years_are_as_quick_as_a_day():
    years = 10 * 250 * timedelta(hours=7)
    BERLIN.after(berlin(2026, 1, 1), years)
    begun = perf_counter()
    for number in range(100):
        BERLIN.after(berlin(2026, 1, 1, 0, number % 60), years)
    assert perf_counter() - begun < 1


def test_a_time_that_runs_backwards_is_an_error():
    with pytest.raises(ValueError, match="before the start"):
        BERLIN.between(berlin(2026, 1, 2), berlin(2026, 1, 1))
    with pytest.raises(ValueError, match="not negative"):
        BERLIN.after(berlin(2026, 1, 2), -timedelta(minutes=1))


@pytest.mark.parametrize(
    "week",
    [
        ((),) * 7,
        (HOURS,) * 6,
        (HOURS[::-1],) * 7,
        (((time(17), time(9)),),) * 7,
        (((time(9), time(9)),),) * 7,
        (((time(9), time()), (time(10), time(12))),) * 7,
    ],
)
def test_a_week_that_is_none_is_an_error(week):
    with pytest.raises(ValueError):
        WorkTime("UTC", week)
