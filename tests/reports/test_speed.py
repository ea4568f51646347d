"""How fast the line is: routing, the seller, and as the buyer sees it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from funnel.period import Period
from funnel.ratio import Ratio
from leads.clocks.actions import reroute
from reports.speed import Part, part, speed
from tests.story import a_reason, an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NONE = Part(0, None, None)
MARCH = Period.of_days(date(2026, 3, 1), date(2026, 3, 31), "UTC")


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


def only(span):
    return Part(1, span, span)


def call(handoff, seller):
    log(by=seller, kind="call", lead=handoff.lead, outcome="no_answer")


def test_days_without_offers(monday):
    found = speed(MARCH)
    assert (found.offered, found.elapsed["buyer"], found.never) == (0, NONE, Ratio(0, 0))


def test_the_three_parts_of_a_queue_s_offer_elapsed_and_in_working_time(monday, mara, sam):
    handoff = an_offer(mara, team=sam.teams.get())
    monday.shift(HOUR)
    accept(handoff, by=sam)
    monday.shift(DAY)
    call(handoff, sam)
    found, names = speed(MARCH), ("routing", "response", "buyer")
    assert [found.elapsed[name] for name in names] == [only(HOUR), only(DAY), only(DAY + HOUR)]
    assert [found.working[name] for name in names] == [only(HOUR * n) for n in (1, 8, 9)]


def test_an_offer_to_a_person_is_routed_at_once_even_if_passed_on(monday, mara, sam, ben):
    handoff = an_offer(mara, sam)
    monday.shift(2 * HOUR)
    reroute(handoff, by=sam, to=ben)
    accept(handoff, by=ben)
    call(handoff, ben)
    found = speed(MARCH).elapsed
    assert (found["routing"], found["response"]) == (only(timedelta()), only(2 * HOUR))


def test_a_queue_s_offer_is_routed_when_somebody_claims_it(monday, mara, sam):
    handoff = an_offer(mara, team=sam.teams.get())
    assert speed(MARCH).elapsed["routing"] == NONE
    monday.shift(HOUR)
    reroute(handoff, by=sam, to=sam)
    assert speed(MARCH).elapsed["routing"] == only(HOUR)


def test_nobody_is_counted_in_a_span_they_have_not_had_yet(monday, mara, sam):
    for wait in (timedelta(minutes=3), 2 * HOUR):
        handoff = an_offer(mara, sam)
        accept(handoff, by=sam)
        monday.shift(wait)
        call(handoff, sam)
    accept(an_offer(mara, sam), by=sam)
    monday.shift(HOUR / 2)
    found = speed(MARCH)
    assert [ratio for _span, ratio in found.within] == [Ratio(1, 3), Ratio(1, 2), Ratio(2, 2)]
    assert found.never == Ratio(1, 3)


def test_a_lead_that_was_called_and_sent_back_was_called(monday, mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    call(handoff, sam)
    send_back(handoff, by=sam, reason=a_reason("return", "not_our_target"))
    assert speed(MARCH).never == Ratio(0, 1)


def test_medians_and_ninetieth_percentiles():
    hours = [HOUR * n for n in range(1, 11)]
    assert part(hours) == Part(10, 5.5 * HOUR, 9 * HOUR)
    assert part([3 * HOUR, HOUR, 2 * HOUR]) == Part(3, 2 * HOUR, 3 * HOUR)


def test_the_same_queries_however_many(monday, mara, sam, django_assert_num_queries):
    for _each in range(3):
        call(accepted := an_offer(mara, sam), sam)
        accept(accepted, by=sam)
    with django_assert_num_queries(2):
        assert speed(MARCH).offered == 3
