"""The scorecard of both debts, on small stories of the line."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from funnel.period import Period
from funnel.ratio import Ratio
from leads.clocks.actions import expire, hold, resume
from leads.disputes.actions import dispute, overturn, uphold
from leads.handoff.actions import withdraw
from reports.scorecard import Month, scorecard
from tests.agreements import NAMED, agreed
from tests.story import a_person, a_reason, an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MARCH = Period.of_days(date(2026, 3, 1), date(2026, 3, 31), "UTC")
NOTHING = Month(
    first=date(2026, 3, 1),
    offered=1,
    met=Ratio(0, 0),
    accepted=Ratio(0, 0),
    returned_by_side=Counter(),
    disputed=0,
    upheld=0,
    overturned=0,
    in_time=Ratio(0, 0),
    contacted=Ratio(0, 0),
    expired=0,
    held=0,
)


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def offered(monday, mara, sam):
    return an_offer(mara, sam, tier="hot")  # answer in 15 min, contact in an hour


def march(**differs):
    """Whether the one month is as an offer that nothing came of yet, but for what `differs`."""
    (month,) = scorecard(MARCH)
    return month == Month(**{**vars(NOTHING), **differs})


def returned(handoff, sam, key="not_our_target"):
    send_back(handoff, by=sam, reason=a_reason("return", key))


def test_a_month_without_offers_is_left_out(db):
    assert scorecard(MARCH) == []


def test_what_is_still_running_has_missed_nothing(offered):
    assert march()


def test_answered_and_contacted_in_time(offered, monday, sam):
    monday.shift(HOUR / 6)
    accept(offered, by=sam)
    log(by=sam, kind="call", lead=offered.lead, outcome="reached")
    assert march(accepted=Ratio(1, 1), in_time=Ratio(1, 1), contacted=Ratio(1, 1))


def test_unanswered_when_its_time_is_over_is_late_and_accepted_then_stays_late(
    offered, monday, sam
):
    monday.shift(HOUR / 2)
    assert march(in_time=Ratio(0, 1))
    accept(offered, by=sam)
    assert march(accepted=Ratio(1, 1), in_time=Ratio(0, 1))
    monday.shift(HOUR)
    assert march(accepted=Ratio(1, 1), in_time=Ratio(0, 1), contacted=Ratio(0, 1))


def test_a_hold_is_counted_and_is_no_lateness(offered, monday, sam, greta):
    hold(offered, by=greta, words="Holiday")
    monday.shift(3 * HOUR)
    assert march(held=1)
    accept(offered, by=sam)
    assert march(held=1, accepted=Ratio(1, 1), in_time=Ratio(1, 1))


def test_what_is_returned_while_its_clock_is_held_is_in_time(offered, monday, sam, greta):
    hold(offered, by=greta, words="Holiday")
    monday.shift(3 * HOUR)
    returned(offered, sam, "no_capacity")
    sides = Counter({"sales": 1})
    assert march(held=1, accepted=Ratio(0, 1), returned_by_side=sides, in_time=Ratio(1, 1))


def test_a_later_hold_makes_no_late_answer_early(offered, monday, sam, greta):
    monday.shift(HOUR / 2)
    accept(offered, by=sam)
    hold(offered, by=greta, words="Holiday")
    monday.shift(3 * HOUR)
    resume(offered, by=greta)
    assert march(held=1, accepted=Ratio(1, 1), in_time=Ratio(0, 1))


def test_a_hold_after_its_time_was_over_takes_nothing_back(offered, monday, greta):
    monday.shift(HOUR / 2)
    hold(offered, by=greta, words="Holiday")
    assert march(held=1, in_time=Ratio(0, 1))


def test_a_withdrawn_offer_is_owed_nothing(offered, monday, mara):
    monday.shift(HOUR)
    withdraw(offered, by=mara)
    assert march()


def test_what_ran_out_was_not_answered_and_not_accepted(offered, monday):
    monday.shift(HOUR)
    expire(offered)
    assert march(accepted=Ratio(0, 1), in_time=Ratio(0, 1), expired=1)


def test_a_lead_returned_uncalled_owes_a_contact_only_once_that_time_was_over(
    offered, monday, mara, sam
):
    accept(offered, by=sam)
    soon = an_offer(mara, sam, tier="hot")
    accept(soon, by=sam)
    returned(soon, sam)
    monday.shift(2 * HOUR)
    returned(offered, sam)
    (month,) = scorecard(MARCH)
    assert (month.in_time, month.contacted) == (Ratio(2, 2), Ratio(0, 1))


def test_a_return_counts_to_the_side_of_its_reason_while_it_is_disputed(offered, mara, sam):
    returned(offered, sam)
    sides = {"returned_by_side": Counter({"marketing": 1}), "accepted": Ratio(0, 1)}
    assert march(in_time=Ratio(1, 1), **sides)
    dispute(offered, by=mara, words="She runs a canteen")
    assert march(in_time=Ratio(1, 1), disputed=1, **sides)


def test_upheld_it_stands(offered, mara, sam, greta):
    returned(offered, sam)
    dispute(offered, by=mara, words="She runs a canteen")
    uphold(offered, by=greta, words="So it is")
    sides = Counter({"marketing": 1})
    assert march(accepted=Ratio(0, 1), returned_by_side=sides, upheld=1, in_time=Ratio(1, 1))


def test_overturned_it_no_longer_counts_against_marketing(offered, mara, sam, greta):
    returned(offered, sam)
    dispute(offered, by=mara, words="She runs a canteen")
    overturn(offered, by=greta, words="So it is")
    assert march(offered=2, overturned=1, in_time=Ratio(1, 1))


def test_what_met_the_agreement_and_when_a_new_one_began(monday, mara, sam, greta):
    agreed(mara, greta, conditions=NAMED)
    monday.shift(DAY)
    an_offer(mara, sam)
    an_offer(mara, sam, person=a_person(email="nameless@example.com"))
    (month,) = scorecard(MARCH)
    assert (month.met, month.breaks) == (Ratio(1, 2), ((MONDAY, 1),))


def test_months_are_those_of_the_zone(monday, mara, sam):
    with travel(datetime(2026, 3, 31, 23, 30, tzinfo=UTC), tick=False):
        an_offer(mara, sam)
        spring = Period.of_days(date(2026, 3, 1), date(2026, 4, 30), "Europe/Berlin")
        assert [month.first for month in scorecard(spring)] == [date(2026, 4, 1)]


def test_three_queries_however_many(monday, mara, sam, django_assert_num_queries):
    for month in range(3):
        monday.move_to(MONDAY + 30 * month * DAY)
        returned(an_offer(mara, sam), sam)
        an_offer(mara, sam)
    year = Period.of_days(date(2026, 1, 1), date(2026, 12, 31), "UTC")
    with django_assert_num_queries(3):
        assert [month.offered for month in scorecard(year)] == [2, 2, 2]
