"""This week against the usual range, counted to the same hour of the week."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_machine import travel

from deals.answers.actions import accept
from leads.handoff.actions import offer
from leads.qualification.actions import qualify
from reports.week import FEWEST, WEEKS, Pace, week
from tests.story import a_lead, an_offer

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime(2026, 9, 16, 10, tzinfo=UTC)
MONDAY = WEDNESDAY.date() - timedelta(days=2)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture(autouse=True)
def wednesday():
    with travel(WEDNESDAY, tick=False):
        yield


def paces(zone="UTC"):
    return {pace.key: (pace.count, pace.before) for pace in week(zone).paces}


def test_before_the_first_lead_there_is_nothing_to_compare_with(mara):
    assert week("UTC").first == MONDAY and week("UTC").weeks == 0
    a_lead(mara, at=WEDNESDAY - DAY)
    assert paces()["captured"] == (1, ()) and week("UTC").by_chance is None


def test_only_what_lay_before_the_same_hour_of_its_week_is_compared(mara):
    for back in (3, 2, 1):
        a_lead(mara, at=WEDNESDAY - back * WEEK)  # this very hour
        a_lead(mara, at=WEDNESDAY - back * WEEK + timedelta(seconds=1))
    assert paces()["captured"] == (0, (1, 1))


def test_each_lead_counts_once_per_rung_in_the_week_of_its_first_time(mara, sam):
    a_lead(mara, at=WEDNESDAY - 3 * WEEK)
    old = a_lead(mara, at=WEDNESDAY - 2 * WEEK)
    qualify(old, by=mara, at=WEDNESDAY - WEEK)
    accept(an_offer(mara, sam, at=WEDNESDAY - WEEK), by=sam)
    assert paces() == {
        "captured": (0, (1, 1)),
        "mql": (0, (2, 0)),
        "offered": (0, (1, 0)),
        "accepted": (1, (0, 0)),
    }


def test_a_rung_that_must_have_been_passed_counts_as_in_the_funnel(mara, sam):
    lead = a_lead(mara, at=WEDNESDAY - DAY)
    accept(offer(lead, by=mara, to=sam), by=sam)
    assert [count for count, _before in paces().values()] == [1, 1, 1, 1]


def test_the_week_begins_with_the_organisations_monday(mara):
    sunday_night = datetime(2026, 9, 13, 23, tzinfo=UTC)  # Monday morning in Berlin
    a_lead(mara, at=sunday_night)
    assert paces()["captured"][0] == 0 and paces("Europe/Berlin")["captured"][0] == 1


def test_the_change_of_the_clock_moves_no_hour_of_the_week(mara):
    with travel(datetime(2026, 10, 28, 8, 30, tzinfo=UTC), tick=False):  # 9:30, winter time
        a_lead(mara, at=datetime(2026, 10, 1, 10, tzinfo=UTC))
        a_lead(mara, at=datetime(2026, 10, 21, 7, 30, tzinfo=UTC))  # 9:30 too, summer time
        assert paces("Europe/Berlin")["captured"] == (0, (1, 0, 0))


def test_what_is_usual_leaves_out_one_odd_week_on_either_side():
    pace = Pace("captured", 3, (0, 5, 6, 7, 8, 9, 10, 90))
    assert pace.usual == (5, 10) and pace.middle == 7.5 and pace.stands == "below"
    assert Pace("captured", 11, pace.before).stands == "above"
    assert Pace("captured", 5, pace.before).stands == "within"
    assert Pace("captured", 5, pace.before[1:]).usual is None


@given(st.lists(st.integers(0, 50), min_size=FEWEST, max_size=WEEKS))
def test_of_weeks_like_these_all_but_two_lie_in_the_range(before):
    low, high = Pace("captured", 0, tuple(before)).usual
    assert sum(low <= count <= high for count in before) >= len(before) - 2


def test_half_a_year_says_how_often_chance_alone_looks_odd(mara):
    a_lead(mara, at=WEDNESDAY - 40 * WEEK)
    found = week("UTC")
    assert (found.weeks, found.by_chance) == (26, 7) and len(found.paces[0].before) == 26
