"""Working time adds up in every zone, over every jump of the clock, and is what a look at the
clock in each minute says."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from funnel.worktime import ROUND_THE_CLOCK, WorkTime
from tests.funnel.weeks import (
    ABOUT,
    JUMPS,
    MINUTE,
    SPAN,
    begin,
    counted,
    shows_open,
    spans,
    walls,
    weeks,
)

SPRING, AUTUMN = (lambda zone, which=which: JUMPS[zone][which] for which in (0, 1))
SEASONS = pytest.mark.parametrize("jump", [SPRING, AUTUMN], ids=["spring", "autumn"])
quick = settings(max_examples=40, deadline=None)
places = st.integers(0, SPAN - 1)


@pytest.mark.slow
@SEASONS
@quick
@given(data=st.data())
def test_it_is_what_a_look_at_the_clock_in_each_minute_says(jump, data):
    work = data.draw(weeks(jump))
    day = jump(work.zone)
    first, last = sorted((data.draw(places), data.draw(places)))
    start, end = begin(day) + first * MINUTE, begin(day) + last * MINUTE
    assert work.between(start, end) == counted(work, day, first, last) * MINUTE
    assert work.is_open(start) == shows_open(work, walls(work.zone, day)[first])


@SEASONS
@quick
@given(data=st.data())
def test_so_much_after_is_so_much_between(jump, data):
    work = data.draw(weeks(jump))
    start, span = begin(jump(work.zone)) + data.draw(places) * MINUTE, data.draw(spans(work))
    assert work.between(start, work.after(start, span)) == span


@SEASONS
@quick
@given(data=st.data())
def test_it_ends_as_soon_as_it_can(jump, data):
    work = data.draw(weeks(jump))
    start, span = begin(jump(work.zone)) + data.draw(places) * MINUTE, data.draw(spans(work))
    end = work.after(start, span)
    assert end == start or work.between(start, end - timedelta(microseconds=1)) < span


@SEASONS
@quick
@given(data=st.data())
def test_two_spans_after_one_another_are_their_sum(jump, data):
    work = data.draw(weeks(jump))
    start = begin(jump(work.zone)) + data.draw(places) * MINUTE
    one, other = data.draw(spans(work)), data.draw(spans(work))
    assert work.after(work.after(start, one), other) == work.after(start, one + other)


@SEASONS
@quick
@given(data=st.data())
def test_the_parts_of_a_time_add_up(jump, data):
    work = data.draw(weeks(jump))
    places_ = sorted(data.draw(st.lists(places, min_size=3, max_size=3)))
    one, two, three = (begin(jump(work.zone)) + place * MINUTE for place in places_)
    assert work.between(one, two) + work.between(two, three) == work.between(one, three)


@SEASONS
@quick
@given(data=st.data())
def test_who_starts_or_needs_no_later_ends_no_later(jump, data):
    work = data.draw(weeks(jump))
    early, late = sorted((data.draw(places), data.draw(places)))
    short, long = sorted((data.draw(spans(work)), data.draw(spans(work))))
    early, late = (begin(jump(work.zone)) + place * MINUTE for place in (early, late))
    assert work.after(early, long) <= work.after(late, long)
    assert work.after(early, short) <= work.after(early, long)


@quick
@given(data=st.data())
def test_it_does_not_matter_in_which_zone_an_instant_is_told(data):
    work, told = data.draw(weeks(AUTUMN)), ZoneInfo(data.draw(st.sampled_from(sorted(JUMPS))))
    start, span = begin(AUTUMN(work.zone)) + data.draw(places) * MINUTE, data.draw(spans(work))
    end = work.after(start, span)
    assert work.after(start.astimezone(told), span) == end
    assert work.between(start.astimezone(told), end.astimezone(told)) == span


@quick
@given(data=st.data())
def test_a_holiday_takes_the_hours_of_its_day_and_no_others(data):
    work, span = data.draw(weeks(AUTUMN)), ABOUT * timedelta(days=4)
    start = begin(AUTUMN(work.zone)) - span
    without = WorkTime(work.zone, work.week)
    taken = [_of_day(without, day) for day in work.holidays]
    after = without.between(start, start + 2 * span) - work.between(start, start + 2 * span)
    assert after == sum(taken, timedelta())


def _of_day(work, day):
    begins, ends = (
        datetime.combine(each, time(), ZoneInfo(work.zone))
        for each in (day, day + timedelta(days=1))
    )
    return work.between(begins, ends)


@quick
@given(
    start=st.datetimes(timezones=st.just(UTC), max_value=datetime(2100, 1, 1)),
    span=st.timedeltas(timedelta(), timedelta(days=900)),
)
def test_round_the_clock_is_the_time_that_passes(start, span):
    assert ROUND_THE_CLOCK.after(start, span) == start + span
    assert ROUND_THE_CLOCK.between(start, start + span) == span
