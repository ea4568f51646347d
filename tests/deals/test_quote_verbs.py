from datetime import timedelta
from decimal import Decimal as D

import pytest
from django.utils.timezone import localdate

from deals.quotes.actions import Line, accept, draft, send, write_lines
from funnel.refusal import LostRace, Refusal
from tests.story import a_deal, a_price, a_quote, trail

pytestmark = pytest.mark.django_db


def test_prices_are_copied_and_follow_nothing_later(mara, sam):
    price = a_price("99.90")
    quote = a_quote(a_deal(mara, sam), sam, price=price, quantity=3)
    price.amount = D("500")
    price.save()
    assert (quote.net, quote.tax, quote.total) == (D("299.70"), D("56.94"), D("356.64"))
    assert quote.lines.get().list_price == D("99.90")


def test_sending_numbers_the_quote_and_the_deal_follows_its_money(mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    assert quote.number.startswith("Q-") and quote.sent_at
    assert (quote.deal.amount, quote.deal.due) == (D("200.00"), D("238.00"))


def test_sending_twice_is_sending_once(mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    number = quote.number
    assert send(quote, by=sam) is None
    assert quote.number == number


def test_a_new_quote_supersedes_the_one_before(mara, sam):
    deal = a_deal(mara, sam)
    old, new = a_quote(deal, sam), a_quote(deal, sam)
    send(old, by=sam)
    send(new, by=sam)
    assert trail(old) == ["draft", "sent", "superseded"]
    with pytest.raises(LostRace, match="Superseded by Sam"):
        accept(old, by=None, name="Ada")


def test_what_was_sent_is_not_changed(mara, sam):
    quote, price = a_quote(a_deal(mara, sam), sam), a_price()
    send(quote, by=sam)
    with pytest.raises(Refusal, match="write a new one"):
        write_lines(quote, [Line(price, D(1))])


def test_a_customer_accepts_with_their_name_once(mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    accept(quote, by=None, name=" Ada Berg ")
    assert accept(quote, by=None, name="Ada Berg") is None
    assert (quote.accepted_by, trail(quote)) == ("Ada Berg", ["draft", "sent", "accepted"])


@pytest.mark.parametrize(
    ("name", "days", "why"), [("", 1, "Type your name"), ("Ada", -1, "expired")]
)
def test_no_name_or_too_late_is_no_acceptance(mara, sam, name, days, why):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    quote.valid_until = localdate() + timedelta(days=days)
    with pytest.raises(Refusal, match=why):
        accept(quote, by=None, name=name)
    assert trail(quote) == ["draft", "sent"]


@pytest.mark.parametrize(
    ("quantity", "discount", "why"), [(0, 0, "above 0"), (1, 101, "between 0 and 100")]
)
def test_lines_that_make_no_sense_are_refused(mara, sam, quantity, discount, why):
    deal, price = a_deal(mara, sam), a_price()
    with pytest.raises(Refusal, match=why):
        draft(
            deal, by=sam, price_book=price.price_book, lines=[Line(price, D(quantity), D(discount))]
        )
    assert deal.quotes.count() == 0
