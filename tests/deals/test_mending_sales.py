"""What sales' verbs refuse because it would contradict what is written already."""

from datetime import timedelta
from decimal import Decimal as D

import pytest
from django.utils.timezone import localdate

from deals.answers.actions import send_back
from deals.closing.actions import lose, reopen
from deals.models import PriceBook
from deals.pipeline.actions import open_deal
from deals.quotes.actions import accept, send
from funnel.refusal import Refusal
from tests.story import DAY, a_deal, a_person, a_price, a_quote, a_reason, ago, an_offer, trail

pytestmark = pytest.mark.django_db
TODAY = localdate()


def back(until):
    return {"back_until": until, "back_reason": a_reason("recycle", "not_now"), "knowable": "no"}


def no_fit():
    return a_reason("loss", "no_fit")


def test_a_lead_with_another_open_deal_does_not_go_back(mara, sam):
    deal = a_deal(mara, sam)
    open_deal(by=sam, name="Two sinks", lead=deal.lead)
    with pytest.raises(Refusal, match="Another deal is open"):
        lose(deal, by=sam, reason=no_fit(), **back(TODAY + DAY))
    assert trail(deal) == ["discovery"]


def test_without_a_lead_nothing_goes_back_and_nobody_is_asked(client, sam):
    deal = open_deal(by=sam, name="Two sinks", person=a_person())
    with pytest.raises(Refusal, match="no lead"):
        lose(deal, by=sam, reason=no_fit(), **back(TODAY + DAY))
    client.force_login(sam)
    assert "Return to marketing" not in client.get(f"/deals/{deal.pk}/loss/").text


def test_nothing_sleeps_until_a_day_that_is_past(mara, sam):
    with pytest.raises(Refusal, match="past"):
        lose(a_deal(mara, sam), by=sam, reason=no_fit(), **back(TODAY))
    with pytest.raises(Refusal, match="past"):
        send_back(an_offer(mara, sam), by=sam, reason=a_reason("return", "too_early"), until=TODAY)


def test_a_past_that_is_walked_is_judged_by_its_own_day(mara, sam):
    at = ago(days=30)
    deal = a_deal(mara, sam, at=at - DAY)
    lose(deal, by=sam, reason=no_fit(), at=at, **back(at.date() + timedelta(days=7)))
    assert trail(deal.lead)[-1] == "recycled"


def test_a_deal_whose_lead_went_back_is_not_reopened(mara, sam):
    deal = a_deal(mara, sam)
    lose(deal, by=sam, reason=no_fit(), **back(TODAY + DAY))
    with pytest.raises(Refusal, match="went back to marketing"):
        reopen(deal, by=sam, to="discovery")
    assert trail(deal) == ["discovery", "lost"]


def test_one_deal_has_one_accepted_quote(mara, sam):
    deal = a_deal(mara, sam)
    first, second = a_quote(deal, sam), a_quote(deal, sam)
    send(first, by=sam)
    accept(first, by=None, name="Ada")
    send(second, by=sam)
    with pytest.raises(Refusal, match="accepted already"):
        accept(second, by=None, name="Ada")
    assert trail(second) == ["draft", "sent"]


def test_a_quote_is_not_sent_on_a_closed_deal_nor_after_its_last_day(mara, sam):
    deal = a_deal(mara, sam)
    late, quote = a_quote(deal, sam), a_quote(deal, sam)
    late.valid_until = TODAY - DAY
    late.save()
    with pytest.raises(Refusal, match="last day is past"):
        send(late, by=sam)
    lose(deal, by=sam, reason=no_fit(), knowable="no")
    with pytest.raises(Refusal, match="closed"):
        send(quote, by=sam)


def test_a_quote_in_foreign_money_is_sent_with_its_rate(client, mara, sam):
    price = a_price("500.00")
    PriceBook.objects.update(currency="USD")
    price.price_book.refresh_from_db()
    quote = a_quote(a_deal(mara, sam), sam, price=price)
    client.force_login(sam)
    assert client.post(f"/quotes/{quote.pk}/sending/", {"rate": ""}).status_code == 422
    client.post(f"/quotes/{quote.pk}/sending/", {"rate": "0.9"})
    quote.deal.refresh_from_db()
    assert (quote.deal.currency, quote.deal.base_amount) == ("USD", D("900.00"))
