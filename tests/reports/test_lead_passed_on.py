"""What the page of a lead tells of an offer passed on, claimed, or not answered in time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.html import strip_tags
from time_machine import travel

from deals.answers.actions import accept
from leads.clocks.actions import reroute
from leads.clocks.ladder import climb
from leads.routing.actions import claim
from reports.journey import journey
from tests.reports.opening import page
from tests.reports.telling import titles
from tests.story import ago, an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 9, 11, tzinfo=UTC)
HALF = "Half of the agreed time to answer has passed; Sam was told"


@pytest.fixture
def clock(db):
    with travel(MONDAY, tick=False) as moment:
        yield moment


@pytest.fixture
def hot(clock, mara, sam, greta):
    """Offered to Sam at 09:11, to be answered within 15 minutes."""
    return an_offer(mara, sam, tier="hot")


def over(clock, handoff):
    clock.shift(timedelta(minutes=15))
    climb(handoff.pk)
    return handoff.lead


def test_the_first_receiver_stands_at_the_offer_and_the_present_one_waits(client, clock, hot, mara):
    text = strip_tags(page(client, over(clock, hot), mara))
    assert "to Sam, chosen by Mara" in text
    assert "Waiting for the queue of North" in text
    assert "since today 09:26, offered 09:11" in text
    assert "Offered to Sam by Mara. It waits for the queue of North since today 09:26" in text


def test_passing_on_says_from_whom_to_whom_by_whom_and_why(clock, hot, sam, ben):
    clock.shift(timedelta(minutes=1))
    reroute(hot, by=sam, to=ben, words="Speaks Dutch")
    event = journey(hot.lead, sam)[0]
    assert (event.title, event.about) == ("Passed on", "from Sam to Ben")
    assert (event.by, event.words) == ("Sam", "Speaks Dutch")


def test_claiming_is_told(clock, mara, sam):
    queue = an_offer(mara, team=sam.teams.get())
    clock.shift(timedelta(minutes=1))
    claim(queue, by=sam)
    event = journey(queue.lead, sam)[0]
    told = (event.title, event.about, event.by)
    assert told == ("Claimed", "from the queue of North", "Sam")


def test_an_answer_leaves_the_first_receiver_at_the_offer(clock, hot, sam, ben):
    reroute(hot, by=sam, to=ben)
    accept(hot, by=ben)
    (crossing,) = [each for each in journey(hot.lead, sam) if each.side == "line"]
    assert (crossing.offered_to, crossing.by, crossing.moved) == ("Sam", "Ben", False)


def test_the_clock_is_told_in_sentences(clock, hot, sam):
    clock.shift(timedelta(minutes=8))
    climb(hot.pk)
    assert titles(hot.lead, sam)[-1] == HALF
    clock.shift(timedelta(minutes=7))
    climb(hot.pk)
    assert titles(hot.lead, sam)[-3:] == [
        "80 % of the time to answer had passed while nobody could be told",
        "All of the agreed time to answer has passed; Greta and Sam were told"
        " and it went to the queue of North",
        "Passed on",
    ]


def test_what_nobody_could_be_told_of_is_folded(clock, hot, sam):
    untold = [title for title in titles(over(clock, hot), sam) if "nobody could" in title]
    assert untold == ["80 % of the time to answer had passed while nobody could be told"]


def test_of_history_nobody_was_told(mara, sam):
    handoff = an_offer(mara, sam, tier="hot", at=ago(days=30))
    climb(handoff.pk)
    assert "Twice the agreed time to answer has passed" in titles(handoff.lead, mara)


def test_the_urgency_stands_at_the_hand_off(client, hot, mara):
    crossing = page(client, hot.lead, mara).split('class="crossing"')[1]
    assert '<span class="chip chip--outline">Hot</span>' in crossing
