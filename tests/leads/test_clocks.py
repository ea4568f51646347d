"""Two clocks on every offer, in the working time of whoever receives it."""

from datetime import UTC, datetime, time, timedelta

import pytest
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from funnel.calendars.actions import add as add_calendar
from funnel.models import Team
from funnel.refusal import LostRace, Refusal
from leads.clocks.actions import expire, hold, nudge, reroute, resume
from leads.handoff.actions import withdraw
from leads.models import Handoff
from tests.story import a_reason, an_accepted, an_mql, an_offer, trail

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR = timedelta(hours=1)


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def offered(monday, mara, sam):
    return an_offer(mara, sam)


def dues(handoff):
    handoff.refresh_from_db()
    return handoff.accept_due_at, handoff.contact_due_at


def test_both_clocks_run_from_the_offer_in_working_time(offered):
    assert offered.tier == "cold"  # 24 h and 48 h of working time, eight a day
    assert dues(offered) == (MONDAY + timedelta(days=3), MONDAY + timedelta(days=8))


def test_the_tier_can_be_chosen_at_the_offer(monday, mara, sam):
    from leads.handoff.actions import offer

    handoff = offer(an_mql(mara), by=mara, to=sam, tier="hot")
    assert dues(handoff) == (MONDAY + timedelta(minutes=15), MONDAY + HOUR)


def test_an_answer_stops_the_first_clock_and_the_second_runs_on(offered, monday, sam):
    monday.shift(HOUR)
    accept(offered, by=sam)
    offered.refresh_from_db()
    assert (offered.answered_at, offered.contacted_at) == (MONDAY + HOUR, None)
    assert offered.rung_at == MONDAY + timedelta(days=3)  # half of 48 h


def test_only_an_outbound_activity_stops_the_second(offered, monday, sam):
    accept(offered, by=sam)
    log(by=sam, kind="note", lead=offered.lead, words="Nice people")
    assert Handoff.objects.get().contacted_at is None
    monday.shift(HOUR)
    log(by=sam, kind="call", lead=offered.lead, outcome="no_answer")
    handoff = Handoff.objects.get()
    assert (handoff.contacted_at, handoff.rung_at) == (MONDAY + HOUR, None)


def test_a_held_clock_moves_both_dues_by_the_working_time_it_was_held(offered, monday, greta):
    before = dues(offered)
    hold(offered, by=greta, words="Their factory is closed")
    monday.shift(timedelta(days=1, hours=2))
    resume(offered, by=greta)
    assert [due - was for due, was in zip(dues(offered), before, strict=True)] == [
        timedelta(days=1, hours=2)
    ] * 2
    assert [act.kind for act in offered.acts.all()] == ["held", "resumed"]


def test_an_answer_ends_a_hold(offered, monday, sam, greta):
    hold(offered, by=greta, words="Holiday")
    monday.shift(HOUR)
    accept(offered, by=sam)
    offered.refresh_from_db()
    assert (offered.held_at, offered.held_for) == (None, HOUR)


def test_a_hold_needs_words_and_a_clock_that_runs(offered, sam, greta):
    with pytest.raises(Refusal, match="Say why"):
        hold(offered, by=greta, words=" ")
    send_back(offered, by=sam, reason=a_reason("return", "wrong_person"))
    with pytest.raises(LostRace, match="Returned by Sam"):
        hold(offered, by=greta, words="Holiday")


def test_holding_and_resuming_twice_is_once(offered, greta):
    assert hold(offered, by=greta, words="Holiday")
    assert hold(offered, by=greta, words="Holiday") is None
    assert resume(offered, by=greta)
    assert resume(offered, by=greta) is None


def test_passing_on_does_not_start_the_clocks_again(offered, monday, sam, ben):
    before = dues(offered)
    monday.shift(HOUR)
    reroute(offered, by=sam, to=ben, words="Speaks Dutch")
    assert (dues(offered), offered.offered_to) == (before, ben)
    assert reroute(offered, by=sam, to=ben) is None


def test_what_is_answered_is_not_passed_on(offered, sam, ben):
    accept(offered, by=sam)
    with pytest.raises(LostRace, match="Accepted by Sam"):
        reroute(offered, by=sam, to=ben)


def test_marketing_nudges_once_a_day(offered, monday, mara):
    nudge(offered, by=mara, words="She calls again tomorrow")
    with pytest.raises(Refusal, match="ago by Mara; again from tomorrow"):
        nudge(offered, by=mara)
    monday.shift(timedelta(days=1))
    assert nudge(offered, by=mara)


def test_an_offer_that_runs_out_goes_back_to_marketing(offered):
    expire(offered)
    lead = offered.lead
    lead.refresh_from_db()
    assert (trail(offered), lead.stage) == (["offered", "expired"], "mql")
    assert expire(offered) is None


def test_a_withdrawn_offer_has_no_clock(offered, mara):
    withdraw(offered, by=mara)
    offered.refresh_from_db()
    assert offered.rung_at is None


def test_a_file_starts_no_clock(mara, sam):
    from leads.handoff.actions import Offer, offer_many

    known = an_mql(mara)
    ((handoff,), _refused) = offer_many(
        [Offer(known, known.stage_since, mara, to=sam, time_known=False)]
    )
    assert (handoff.accept_due_at, handoff.rung_at) == (None, None)


def test_a_calendar_that_changes_later_changes_no_promise(offered, monday, sam, adam):
    before = dues(offered)
    short = ((time(9), time(10)),)
    calendar = add_calendar(
        name="Short", time_zone="UTC", week=(short,) * 5 + ((), ()), holidays={}
    )
    Team.objects.update(calendar=calendar)
    monday.shift(HOUR)
    accept(Handoff.objects.get(), by=sam)
    assert dues(offered) == before


def test_who_accepts_an_accepted_lead_meets_the_same_clock(monday, mara, sam):
    lead = an_accepted(mara, sam)
    handoff = lead.handoffs.get()
    due = handoff.contact_due_at
    accept(handoff, by=sam)
    handoff.refresh_from_db()
    assert handoff.contact_due_at == due
