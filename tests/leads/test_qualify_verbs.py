from datetime import date

import pytest

from funnel.refusal import LostRace, Refusal
from leads.handoff.actions import offer, withdraw
from leads.qualification.actions import disqualify, qualify, recycle, wake
from tests.story import a_lead, a_reason, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


def test_qualify_twice_is_qualify_once(mara):
    lead = a_lead(mara)
    qualify(lead, by=mara)
    assert qualify(lead, by=mara) is None
    assert trail(lead) == ["captured", "mql"]


def test_a_disqualified_lead_says_why_and_whose_debt_it_is(mara):
    lead = a_lead(mara)
    step = disqualify(lead, by=mara, reason=a_reason("disqualify", "never_fit"), words="a school")
    assert (step.reason, step.side, step.words) == ("never_fit", "marketing", "a school")


def test_a_recycled_lead_wakes_as_the_same_lead_where_it_was(mara):
    lead = an_mql(mara)
    recycle(lead, by=mara, reason=a_reason("recycle", "not_now"), until=date(2027, 3, 1))
    assert lead.recycle_until == date(2027, 3, 1)
    wake(lead, by=mara)
    assert (trail(lead), lead.recycle_until) == (["captured", "mql", "recycled", "mql"], None)


def test_an_offer_freezes_what_was_known(mara, sam):
    lead = an_mql(mara, words="42 bathrooms")
    handoff = offer(lead, by=mara, to=sam)
    lead.words = "something else"
    lead.save()
    handoff.refresh_from_db()
    assert handoff.evidence["words"] == "42 bathrooms"
    assert (handoff.pass_no, handoff.team, handoff.stage) == (1, sam.teams.get(), "offered")


def test_offering_twice_is_offering_once(mara, sam):
    handoff = an_offer(mara, sam)
    assert offer(handoff.lead, by=mara, to=sam) == handoff


def test_an_offer_needs_a_receiver(mara):
    lead = an_mql(mara)
    with pytest.raises(Refusal, match="Choose who gets this lead"):
        offer(lead, by=mara)
    assert trail(lead) == ["captured", "mql"]


def test_an_urgent_lead_may_be_offered_unqualified_and_comes_back_unqualified(mara, sam):
    lead = a_lead(mara)
    withdraw(offer(lead, by=mara, to=sam), by=mara)
    assert trail(lead) == ["captured", "offered", "captured"]


def test_an_offer_after_a_withdrawal_is_the_next_pass(mara, sam):
    first = an_offer(mara, sam)
    withdraw(first, by=mara)
    second = offer(first.lead, by=mara, to=sam)
    assert (trail(first), second.pass_no) == (["offered", "withdrawn"], 2)


def test_what_was_answered_cannot_be_withdrawn(mara, sam):
    from deals.answers.actions import accept

    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    with pytest.raises(LostRace, match="Accepted by Sam"):
        withdraw(handoff, by=mara)
