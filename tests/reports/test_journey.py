"""One lead's whole way in one order: what each reader sees of it, and what it costs."""

from datetime import date
from decimal import Decimal

from deals.activities.actions import log
from deals.after.actions import accept_delivery, deliver, promise, record_payment
from deals.answers.actions import accept, send_back
from deals.closing.actions import win
from deals.pipeline.actions import open_deal
from deals.quotes.actions import send
from leads.handoff.actions import offer, withdraw
from leads.qualification.actions import disqualify, recycle, wake
from reports.journey import journey
from tests.reports.telling import titles, told
from tests.story import (
    DAY,
    a_quote,
    a_reason,
    ago,
    an_accepted,
    an_mql,
    an_offer,
)

START = ago(days=30)


WHOLE_WAY = [
    ("marketing", "Typed by hand"),
    ("marketing", "Captured"),
    ("marketing", "Qualified"),
    ("line", "accepted"),
    ("sales", "Call, reached"),
    ("sales", "Deal opened"),
    ("sales", "Quote written"),
    ("sales", "Quote sent"),
    ("sales", "Won"),
    ("sales", "Closed"),
    ("sales", "Paid"),
]


def test_a_whole_way_is_told_in_order_on_its_sides(mara, sam):
    lead = an_accepted(mara, sam, at=START)
    log(by=sam, kind="call", outcome="reached", lead=lead, words="Honed", at=START + DAY)
    deal = open_deal(by=sam, name="Ten tops", lead=lead, amount=Decimal(900), at=START + 2 * DAY)
    quote = a_quote(deal, sam, at=START + 3 * DAY)
    send(quote, by=sam, at=START + 3 * DAY)
    deal.refresh_from_db()
    win(deal, by=sam, reason=a_reason("win", "trust"), at=START + 5 * DAY)
    record_payment(deal, by=sam, amount=Decimal("238"), at=START + 6 * DAY)
    assert [each for each in told(lead, sam) if each[1] != "Amount changed"] == WHOLE_WAY


def test_a_delivery_is_told_three_times(mara, sam):
    lead = an_accepted(mara, sam, at=START)
    deal = open_deal(by=sam, name="Ten tops", lead=lead, at=START)
    win(deal, by=sam, reason=a_reason("win", "trust"), at=START + DAY)
    delivery = promise(deal, by=sam, what="Tops", promised_on=date(2026, 1, 1))
    deliver(delivery)
    accept_delivery(delivery, name="Ada")
    assert titles(lead, sam)[-3:] == ["Delivery promised", "Delivered", "Delivery accepted"]


def test_every_answer_at_the_line_is_a_crossing(mara, sam, ben):
    first = an_offer(mara, sam, at=START)
    lead = first.lead
    send_back(first, by=sam, reason=a_reason("return", "no_capacity"), at=START + DAY)
    withdraw(offer(lead, by=mara, to=ben, at=START + 2 * DAY), by=mara, at=START + 3 * DAY)
    accept(offer(lead, by=mara, to=ben, at=START + 4 * DAY), by=ben, at=START + 5 * DAY)
    crossings = [each for each in journey(lead, mara) if each.side == "line"][::-1]
    assert [each.state for each in crossings] == ["returned", "withdrawn", "accepted"]
    assert [each.pass_no for each in crossings] == [1, 2, 3]
    assert {each.waited for each in crossings} == {DAY}
    assert (crossings[0].reason, crossings[0].side_of_reason) == ("No capacity", "Sales")
    assert (crossings[2].offered_by, crossings[2].by) == ("Mara", "Ben")


def test_an_offer_without_an_answer_waits(mara, sam):
    (crossing,) = [each for each in journey(an_offer(mara, sam).lead, mara) if each.side == "line"]
    assert (crossing.state, crossing.offered_to, crossing.hollow) == ("waiting", "Sam", True)


def test_a_return_after_accepting_counts_from_the_acceptance(mara, sam):
    lead = an_accepted(mara, sam, at=START)
    handoff = lead.handoffs.get()
    send_back(handoff, by=sam, reason=a_reason("return", "not_our_target"), at=START + 3 * DAY)
    newest = next(each for each in journey(lead, mara) if each.side == "line")
    assert (newest.state, newest.after_acceptance, newest.waited) == ("returned", True, 3 * DAY)


def test_too_early_is_told_once_and_waking_too(mara, sam):
    handoff = an_offer(mara, sam, at=START)
    lead, until = handoff.lead, date(2030, 1, 1)
    early = a_reason("return", "too_early")
    send_back(handoff, by=sam, reason=early, until=until, at=START + DAY)
    wake(lead, by=mara, at=START + 2 * DAY)
    assert titles(lead, mara)[-2:] == ["returned", "Woke up"]


def test_putting_away_and_ending_are_marketing_s(mara):
    lead = an_mql(mara, at=START)
    recycle(lead, by=mara, reason=a_reason("recycle", "no_response"), at=START + DAY)
    disqualify(lead, by=mara, reason=a_reason("disqualify", "spam"), at=START + 2 * DAY)
    assert told(lead, mara)[-2:] == [("marketing", "Put away"), ("marketing", "Disqualified")]
    assert journey(lead, mara)[0].about == "Spam"


def test_who_may_not_read_notes_sees_that_a_call_was_made_and_not_what_was_said(mara, sam):
    lead = an_accepted(mara, sam, at=START)
    log(by=sam, kind="call", outcome="reached", lead=lead, words="She is broke")
    log(by=sam, kind="note", lead=lead, words="Handle with care")
    words = [getattr(each, "words", "") for each in journey(lead, mara)]
    assert "Call, reached" in titles(lead, mara)
    assert "Note" not in titles(lead, mara)
    assert not {"She is broke", "Handle with care"} & set(words)
    assert "Note" in titles(lead, sam)


def test_a_deal_of_another_team_is_not_told(mara, sam, ben):
    lead = an_accepted(mara, sam, at=START)
    deal = open_deal(by=sam, name="Ten tops", lead=lead)
    log(by=sam, kind="call", outcome="reached", deal=deal, words="Yes")
    ben.teams.clear()
    assert "Deal opened" in titles(lead, sam)
    assert not {"Deal opened", "Call, reached"} & set(titles(lead, ben))
