"""Money and days without sense are refused at their field, and nothing is written."""

from datetime import timedelta
from decimal import Decimal as D

import pytest
from django.utils.timezone import localdate

from deals.after.actions import record_payment
from deals.closing.actions import win
from deals.models import Deal
from deals.pipeline.actions import expect, open_deal
from deals.quotes.actions import Line, draft, rewrite
from funnel.refusal import Refusal
from tests.story import a_deal, a_price, a_quote, a_reason, an_accepted

pytestmark = pytest.mark.django_db
LONG_AGO = localdate().replace(year=1999)


@pytest.fixture
def deal(mara, sam):
    """Won, a thousand owed."""
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    return deal


def refused(field, verb, *args, **values):
    with pytest.raises(Refusal) as no:
        verb(*args, **values)
    return no.value.field == field


def pay(client, deal, amount, **more):
    sent = {"amount": amount, "on": localdate()} | more
    return client.post(f"/deals/{deal.pk}/payments/new/", sent)


def test_a_payment_before_the_deal_was_opened_is_refused(client, sam, deal):
    client.force_login(sam)
    answer = pay(client, deal, "100", on=LONG_AGO)
    assert answer.status_code == 422 and "on" in answer.context["form"].errors
    assert pay(client, deal, "100", on=localdate() + timedelta(2)).status_code == 422
    assert not deal.payments.exists()


def test_no_more_goes_back_than_came_in(sam, deal):
    assert refused("amount", record_payment, deal, by=sam, amount=D(-5))
    record_payment(deal, by=sam, amount=D(5))
    assert refused("amount", record_payment, deal, by=sam, amount=D(-6))
    assert record_payment(deal, by=sam, amount=D(-5))


def test_more_than_is_owed_is_asked_about(client, sam, deal):
    client.force_login(sam)
    asked = pay(client, deal, "1000.01")
    assert asked.status_code == 422 and not deal.payments.exists()
    assert "It is more than is owed" in asked.text
    assert pay(client, deal, "1000.01", more="on").status_code == 302
    assert deal.payments.get().amount == D("1000.01")


def test_what_is_owed_is_not_asked_about(client, sam, deal):
    client.force_login(sam)
    assert "It is more than is owed" not in client.get(f"/deals/{deal.pk}/payments/new/").text
    assert pay(client, deal, "600").status_code == 302
    assert pay(client, deal, "400").status_code == 302
    assert refused("more", record_payment, deal, by=sam, amount=D(1))


def test_where_nobody_knows_what_is_owed_nothing_is_too_much(mara, sam):
    assert record_payment(a_deal(mara, sam, amount=None), by=sam, amount=D(99))


def test_a_new_deal_closes_today_or_later(client, mara, sam):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"name": "Tops", "currency": "EUR", "expected_on": "2020-01-01"}
    answer = client.post(f"/deals/new/?lead={lead.pk}", sent)
    assert answer.status_code == 422 and "expected_on" in answer.context["form"].errors
    assert not Deal.objects.exists()
    assert open_deal(by=sam, name="Tops", lead=lead, expected_on=localdate())


def test_a_day_that_went_by_meanwhile_may_stay(client, mara, sam):
    deal = a_deal(mara, sam)
    Deal.objects.filter(pk=deal.pk).update(expected_on=LONG_AGO)
    client.force_login(sam)
    page = client.get(f"/deals/{deal.pk}/edit/").context["form"]
    sent = {"name": "Renamed", "currency": "EUR", "amount": "1000", "expected_on": LONG_AGO}
    sent["version"] = page["version"].value()
    answer = client.post(f"/deals/{deal.pk}/edit/", sent | {"expected_on": "2020-01-01"})
    assert answer.status_code == 422 and "expected_on" in answer.context["form"].errors
    assert client.post(f"/deals/{deal.pk}/edit/", sent).status_code == 302


def test_a_quote_holds_until_a_day_to_come(mara, sam):
    deal, price = a_deal(mara, sam), a_price()
    known = {"by": sam, "price_book": price.price_book, "lines": [Line(price, D(1))]}
    assert refused("valid_until", draft, deal, valid_until=LONG_AGO, **known)
    quote = a_quote(deal, sam, price=price)
    assert refused("valid_until", rewrite, quote, known["lines"], valid_until=LONG_AGO)
    assert refused("expected_on", expect, deal, LONG_AGO)
