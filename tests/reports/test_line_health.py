"""How long the last days' offers waited, as parts of what was agreed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from time_machine import travel

from deals.answers.actions import accept
from funnel.period import Period
from leads.clocks.actions import expire, hold, resume
from leads.handoff.actions import withdraw
from reports.line_health import Day, Dot, line_health
from reports.line_page.strip import AGREED, BASE, COLUMN, DOT, strip
from tests.story import an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
ON = MONDAY.date()
HOUR = timedelta(hours=1)
TODAY = Period.of_days(ON, ON, "UTC")


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def offered(monday, mara, sam):
    return an_offer(mara, sam, tier="warm")  # answer within 4 hours


def dots():
    (day,) = line_health(TODAY)
    return list(day.dots)


def test_a_day_without_offers_is_a_day(db):
    two = Period.of_days(ON, ON + timedelta(days=1), "UTC")
    assert line_health(two) == [Day(ON, (), None), Day(date(2026, 3, 3), (), None)]


def test_it_waits_as_long_as_nobody_answers(offered, monday, sam):
    monday.shift(HOUR)
    assert dots() == [Dot(ON, 0.25, over=False, waiting=True)]
    accept(offered, by=sam)
    monday.shift(HOUR)
    assert dots() == [Dot(ON, 0.25, over=False, waiting=False)]


def test_over_night_nothing_waits(offered, monday):
    monday.shift(24 * HOUR)
    assert dots() == [Dot(ON, 2.0, over=True, waiting=True)]


def test_held_it_does_not_wait(offered, monday, sam, greta):
    monday.shift(HOUR)
    hold(offered, by=greta, words="Holiday")
    monday.shift(2 * HOUR)
    assert dots() == [Dot(ON, 0.25, over=False, waiting=True)]
    resume(offered, by=greta)
    monday.shift(HOUR)
    accept(offered, by=sam)
    assert dots() == [Dot(ON, 0.5, over=False, waiting=False)]


def test_what_ran_out_is_at_the_end_of_the_axis(offered, monday):
    monday.shift(6 * HOUR)
    expire(offered)
    assert dots() == [Dot(ON, 2.0, over=True, waiting=False)]


def test_a_withdrawn_offer_has_no_dot(offered, mara):
    withdraw(offered, by=mara)
    assert dots() == []


def test_the_day_s_median(monday, mara, sam):
    for hours in (1, 1, 2):
        handoff = an_offer(mara, sam, tier="warm")
        monday.shift(hours * HOUR)
        accept(handoff, by=sam)
    an_offer(mara, sam, tier="warm")
    (day,) = line_health(TODAY)
    assert (day.median, day.percent, day.over, day.waiting) == (0.25, 25, 0, 1)


def test_dots_over_the_agreed_time_stand_above_its_height():
    just, over = Dot(ON, 1.0, over=False, waiting=False), Dot(ON, 1.0, over=True, waiting=False)
    drawn = strip([Day(ON, (just, just, over), 1.0)])
    assert [(mark.x, mark.y) for mark in drawn.marks] == [
        (COLUMN / 2 - DOT / 2, AGREED + DOT / 2),
        (COLUMN / 2 + DOT / 2, AGREED + DOT / 2),
        (COLUMN / 2, AGREED - DOT / 2),
    ]
    assert (drawn.count, drawn.over, drawn.medians[0][2]) == (3, 1, AGREED)


def test_a_crowd_stays_in_its_day():
    crowd = (Dot(ON, 0.0, over=False, waiting=True),) * 200
    drawn = strip([Day(ON, crowd, 0.0)])
    assert all(0 < mark.x < COLUMN and mark.y < BASE for mark in drawn.marks)
    assert (drawn.count, len(drawn.marks) < 30) == (200, True)


def test_the_same_queries_however_many(monday, mara, sam, django_assert_num_queries):
    for _each in range(3):
        an_offer(mara, sam)
    with django_assert_num_queries(2):
        assert len(dots()) == 3
