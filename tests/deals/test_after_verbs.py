from datetime import date
from decimal import Decimal as D

import pytest

from deals.activities.actions import finish, log, plan
from deals.after.actions import accept_delivery, deliver, promise, record_payment
from deals.closing.actions import lose, win
from funnel.refusal import Refusal
from tests.story import a_deal, a_reason, ago, an_accepted

pytestmark = pytest.mark.django_db
SOON = date(2027, 1, 15)


def a_won_deal(mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    return deal


def test_a_payment_is_kept_and_a_mistake_has_its_counter_entry(mara, sam):
    deal = a_won_deal(mara, sam)
    record_payment(deal, by=sam, amount=D("300"))
    record_payment(deal, by=sam, amount=D("-300"), note="wrong deal")
    assert [p.amount for p in deal.payments.all()] == [D("300"), D("-300")]


def test_nothing_is_owed_on_a_lost_deal(mara, sam):
    deal = a_deal(mara, sam)
    lose(deal, by=sam, reason=a_reason("loss", "price"), knowable="no")
    with pytest.raises(Refusal, match="nothing is owed"):
        record_payment(deal, by=sam, amount=D("1"))


def test_a_delivery_counts_when_the_customer_has_accepted_it(mara, sam):
    delivery = promise(a_won_deal(mara, sam), by=sam, what="Ten worktops", promised_on=SOON)
    with pytest.raises(Refusal, match="not been delivered"):
        accept_delivery(delivery, name="Ada")
    assert (deliver(delivery), deliver(delivery)) == (True, False)
    assert (accept_delivery(delivery, name="Ada"), accept_delivery(delivery, name="Ada")) == (
        True,
        False,
    )


def test_only_what_is_won_is_delivered(mara, sam):
    with pytest.raises(Refusal, match="Only what is won"):
        promise(a_deal(mara, sam), by=sam, what="x", promised_on=SOON)


def test_a_call_on_a_deal_counts_for_its_lead(mara, sam):
    deal = a_deal(mara, sam)
    call = log(by=sam, kind="call", deal=deal, outcome="reached")
    assert (call.lead, call.held, call.outbound) == (deal.lead, True, True)


def test_a_note_is_no_contact(mara, sam):
    lead = an_accepted(mara, sam)
    log(by=sam, kind="note", lead=lead, words="likes slate")
    assert not lead.activities.contacts().exists()


def test_a_lead_has_one_next_step(mara, sam):
    lead = an_accepted(mara, sam)
    plan(by=sam, lead=lead, text="Call", due_at=ago(days=-1))
    second = plan(by=sam, lead=lead, text="Visit", due_at=ago(days=-2))
    assert list(lead.next_steps.all()) == [second]
    assert (finish(second), finish(second)) == (True, False)


def test_what_is_closed_has_no_next_step(mara, sam):
    deal = a_won_deal(mara, sam)
    with pytest.raises(Refusal, match="closed"):
        plan(by=sam, deal=deal, text="Call", due_at=ago(days=-1))
