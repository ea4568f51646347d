"""The ladder: half, nearly, over, run out; and what a weekend without a worker leaves."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now
from time_machine import travel

from deals.answers.actions import accept
from leads.clocks.actions import hold, resume
from leads.clocks.ladder import climb, due
from leads.clocks.tasks import tick
from leads.models import Handoff
from tests.story import an_offer, trail

FRIDAY = datetime(2026, 3, 6, 16, 30, tzinfo=UTC)
HOT = {"accept": timedelta(minutes=15), "contact": timedelta(hours=1)}


@pytest.fixture
def clock():
    with travel(FRIDAY, tick=False) as moment:
        yield moment


@pytest.fixture
def hot(clock, mara, sam):
    """Offered on a Friday at 16:30, to be answered within 15 minutes."""
    return an_offer(mara, sam, tier="hot")


def told(handoff):
    return [(act.rung, act.passed) for act in handoff.acts.filter(kind="rung")]


def test_each_rung_is_told_when_it_is_due(hot, clock):
    for minutes in (7, 1, 4, 3):
        clock.shift(timedelta(minutes=minutes))
        tick()
    assert told(hot) == [(50, False), (80, False), (100, False)]


def test_nothing_is_due_before_its_time(hot, clock):
    clock.shift(timedelta(minutes=7))
    assert list(due(now())) == []


def test_a_tick_that_runs_twice_tells_once(hot, clock):
    clock.shift(timedelta(minutes=8))
    tick()
    tick()
    assert told(hot) == [(50, False)]


def test_after_an_outage_only_the_highest_rung_acts(hot, clock):
    clock.shift(timedelta(minutes=16))
    tick()
    assert told(hot) == [(50, True), (80, True), (100, False)]


def test_a_weekend_without_a_worker_counts_no_working_time(hot, clock):
    clock.move_to(datetime(2026, 3, 9, 8, 59, tzinfo=UTC))  # Monday before nine
    tick()
    assert told(hot) == [(50, True), (80, True), (100, True), (200, False)]
    assert trail(hot) == ["offered", "expired"]


def test_at_the_end_the_lead_is_with_marketing_and_never_accepted(hot, clock):
    clock.shift(timedelta(minutes=30))
    tick()
    hot.lead.refresh_from_db()
    assert (trail(hot), hot.lead.stage) == (["offered", "expired"], "mql")


def test_over_the_time_it_is_passed_on_and_stays_late(hot, clock):
    before = hot.accept_due_at
    clock.shift(timedelta(minutes=16))
    tick()
    hot.refresh_from_db()
    assert (hot.offered_to, hot.team.name, hot.accept_due_at) == (None, "North", before)


def test_a_held_clock_has_no_rungs(hot, clock, greta):
    hold(hot, by=greta, words="Fire drill")
    clock.shift(timedelta(minutes=20))
    tick()
    assert told(hot) == []
    resume(hot, by=greta)
    clock.shift(timedelta(minutes=8))
    tick()
    assert told(hot) == [(50, False)]


def test_the_clock_to_the_first_contact_has_rungs_of_its_own(hot, clock, sam):
    accept(hot, by=sam)
    clock.shift(timedelta(minutes=30))
    assert climb(hot.pk) == 50
    clock.move_to(datetime(2026, 3, 9, 9, 30, tzinfo=UTC))
    assert climb(hot.pk) == 100
    acts = hot.acts.filter(kind="rung").values_list("clock", "rung", "passed")
    assert list(acts) == [
        ("contact", 50, False),
        ("contact", 80, True),
        ("contact", 100, False),
    ]
    assert Handoff.objects.get().stage == "accepted"


def test_what_was_answered_climbs_no_further(hot, clock, sam):
    accept(hot, by=sam)
    clock.shift(timedelta(minutes=16))
    assert climb(hot.pk) is None
