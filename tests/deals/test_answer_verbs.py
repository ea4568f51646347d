from datetime import date

import pytest

from deals.answers.actions import accept, cross, send_back
from deals.pipeline.actions import open_deal
from funnel.refusal import LostRace, Refusal
from leads.handoff.actions import offer
from tests.story import a_reason, an_accepted, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


def test_accepting_takes_the_lead_over_the_line(mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    assert (trail(handoff), trail(handoff.lead)[-1]) == (["offered", "accepted"], "accepted")
    assert handoff.lead.seller == sam


def test_accepting_twice_is_accepting_once(mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    assert accept(handoff, by=sam) is None
    assert trail(handoff) == ["offered", "accepted"]


def test_the_slower_one_is_told_who_took_it(mara, sam, ben):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    with pytest.raises(LostRace, match="Accepted by Sam"):
        accept(handoff, by=ben)
    assert handoff.lead.seller == sam


def test_a_return_carries_its_reason_and_the_lead_is_marketings_again(mara, sam):
    handoff = an_offer(mara, sam)
    step = send_back(handoff, by=sam, reason=a_reason("return", "not_our_target"))
    assert (step.reason, step.side) == ("not_our_target", "marketing")
    assert trail(handoff.lead) == ["captured", "mql", "offered", "mql"]


def test_a_return_without_a_reason_is_refused(mara, sam):
    handoff = an_offer(mara, sam)
    with pytest.raises(Refusal, match="Choose a reason"):
        send_back(handoff, by=sam, reason=None)
    assert trail(handoff) == ["offered"]


@pytest.mark.parametrize(("key", "asks"), [("other", "in words"), ("too_early", "Until when")])
def test_some_reasons_ask_for_more(mara, sam, key, asks):
    handoff = an_offer(mara, sam)
    with pytest.raises(Refusal, match=asks):
        send_back(handoff, by=sam, reason=a_reason("return", key))
    assert trail(handoff) == ["offered"]


def test_too_early_sleeps_until_its_day(mara, sam):
    handoff, spring = an_offer(mara, sam), date(2027, 3, 1)
    send_back(handoff, by=sam, reason=a_reason("return", "too_early"), until=spring)
    assert (trail(handoff.lead)[-1], handoff.lead.recycle_until) == ("recycled", spring)


def test_an_accepted_lead_may_come_back_but_not_with_an_open_deal(mara, sam):
    lead = an_accepted(mara, sam)
    open_deal(by=sam, name="Ten worktops", lead=lead)
    with pytest.raises(Refusal, match="A deal is open"):
        send_back(lead.handoffs.get(), by=sam, reason=a_reason("return", "no_capacity"))


def test_one_person_crosses_with_one_act_and_both_are_recorded(mara):
    lead = an_mql(mara)
    handoff = cross(lead, by=mara)
    assert (trail(handoff), trail(lead)[-2:]) == (["offered", "accepted"], ["offered", "accepted"])
    assert (handoff.offered_by, handoff.offered_to, lead.seller) == (mara, mara, mara)


def test_crossing_twice_is_crossing_once(mara):
    lead = an_mql(mara)
    assert cross(lead, by=mara) == cross(lead, by=mara)
    assert lead.handoffs.count() == 1


def test_after_a_return_the_next_offer_is_the_next_pass(mara, sam):
    first = an_offer(mara, sam)
    send_back(first, by=sam, reason=a_reason("return", "wrong_person"))
    assert offer(first.lead, by=mara, to=sam).pass_no == 2
