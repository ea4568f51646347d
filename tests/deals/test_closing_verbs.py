from datetime import date

import pytest

from deals.closing.actions import lose, reopen, win
from deals.pipeline.actions import advance, open_deal
from funnel.refusal import Refusal
from tests.story import DAY, a_deal, a_lead, a_reason, ago, an_mql, trail

pytestmark = pytest.mark.django_db


def no_fit():
    return a_reason("loss", "no_fit")


def test_winning_closes_the_lead_and_makes_a_customer(mara, sam):
    deal = a_deal(mara, sam)
    step = win(deal, by=sam, reason=a_reason("win", "trust"))
    deal.person.refresh_from_db()
    assert (trail(deal), trail(deal.lead)[-1]) == (["discovery", "won"], "closed")
    assert deal.person.customer_since == step.at


def test_winning_twice_is_winning_once(mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    assert win(deal, by=sam, reason=a_reason("win", "trust")) is None
    assert trail(deal) == ["discovery", "won"]


def test_a_loss_remembers_stage_reason_side_and_what_could_have_been_known(mara, sam):
    deal = a_deal(mara, sam)
    advance(deal, "proposal", by=sam)
    step = lose(deal, by=sam, reason=no_fit(), knowable="yes")
    assert (step.from_stage, step.reason, step.side) == ("proposal", "no_fit", "marketing")
    assert deal.knowable == "yes"


def test_a_loss_without_the_question_answered_is_refused(mara, sam):
    deal = a_deal(mara, sam)
    with pytest.raises(Refusal, match="known at the hand-off"):
        lose(deal, by=sam, reason=no_fit(), knowable="")
    assert trail(deal) == ["discovery"]


def test_the_lead_stays_open_while_another_deal_of_it_is(mara, sam):
    deal = a_deal(mara, sam)
    other = open_deal(by=sam, name="Two sinks", lead=deal.lead)
    lose(deal, by=sam, reason=no_fit(), knowable="no")
    assert trail(deal.lead)[-1] == "accepted"
    win(other, by=sam, reason=a_reason("win", "price"))
    assert trail(deal.lead)[-1] == "closed"


def test_a_lost_lead_may_go_back_to_marketing_until_a_day(mara, sam):
    deal, spring = a_deal(mara, sam), date(2027, 3, 1)
    back = {"back_until": spring, "back_reason": a_reason("recycle", "not_now")}
    lose(deal, by=sam, reason=no_fit(), knowable="no", **back)
    assert trail(deal.lead)[-1] == "recycled"


def test_reopening_keeps_history_and_opens_the_lead(mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    reopen(deal, by=sam)
    assert trail(deal) == ["discovery", "won", "committed"]
    assert trail(deal.lead)[-2:] == ["closed", "accepted"]


def test_a_deal_is_not_reopened_over_a_newer_episode(mara, sam):
    deal = a_deal(mara, sam, at=ago(days=30))
    win(deal, by=sam, reason=a_reason("win", "trust"), at=ago(days=30) + DAY)
    a_lead(mara, person=deal.person)
    with pytest.raises(Refusal, match="newer open lead"):
        reopen(deal, by=sam)
    assert trail(deal) == ["discovery", "won"]


def test_a_deal_opens_on_an_accepted_lead_only(mara, sam):
    with pytest.raises(Refusal, match="Accept the lead first"):
        open_deal(by=sam, name="Too soon", lead=an_mql(mara))


def test_closing_is_not_a_stage_one_drags_to(mara, sam):
    with pytest.raises(Refusal, match="have their own pages"):
        advance(a_deal(mara, sam), "won", by=sam)
