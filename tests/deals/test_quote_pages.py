from datetime import timedelta
from decimal import Decimal as D

import pytest
from django.utils.timezone import localdate

from deals.models import Quote
from deals.quotes.actions import send
from tests.story import a_deal, a_price, a_quote, trail

pytestmark = pytest.mark.django_db


def rows(price, *, count=4, **changed):
    return {
        "form-TOTAL_FORMS": count,
        "form-INITIAL_FORMS": 0,
        "form-0-price": price.pk,
        "form-0-quantity": "2",
        "form-0-discount_percent": "10",
        "terms": "Half now",
    } | changed


def test_a_seller_writes_a_quote_from_the_price_book(client, mara, sam):
    deal, price = a_deal(mara, sam), a_price("100.00")
    client.force_login(sam)
    client.post(f"/deals/{deal.pk}/quotes/new/", rows(price))
    quote = deal.quotes.get()
    assert (quote.net, quote.total, quote.terms) == (D("180.00"), D("214.20"), "Half now")


def test_prices_are_read_as_money_everywhere(client, mara, sam, django_assert_max_num_queries):
    deal, price = a_deal(mara, sam), a_price("6159.40")
    for _more in range(9):
        a_price()
    client.force_login(sam)
    with django_assert_max_num_queries(40):
        text = client.get(f"/deals/{deal.pk}/quotes/new/").text
    assert f"Worktop · €6,159.40 / {price.product.unit}" in text


def test_asking_for_more_rows_keeps_what_was_typed(client, mara, sam):
    deal, price = a_deal(mara, sam), a_price()
    client.force_login(sam)
    answer = client.post(f"/deals/{deal.pk}/quotes/new/", rows(price, more="1"))
    assert "form-7-price" in answer.text and "Half now" in answer.text
    assert not deal.quotes.exists()


def test_a_row_without_a_quantity_says_so_where_it_stands(client, mara, sam):
    deal, price = a_deal(mara, sam), a_price()
    client.force_login(sam)
    answer = client.post(f"/deals/{deal.pk}/quotes/new/", rows(price, **{"form-0-quantity": ""}))
    assert answer.status_code == 422 and "How many?" in answer.text
    assert not deal.quotes.exists()


def test_the_rows_are_added_up_while_they_are_written(client, mara, sam):
    price = a_price("100.00")
    client.force_login(sam)
    sent = {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0"}
    sent |= {"form-0-price": price.pk, "form-0-quantity": "3", "form-0-discount_percent": "10"}
    sent |= {"form-1-price": price.pk, "form-2-price": "x", "form-2-quantity": "-1"}
    text = client.post(f"/price-books/{price.price_book_id}/totals/", sent).text
    assert "€270.00" in text and "€51.30" in text and "€321.30" in text


def test_a_double_click_writes_one_quote(client, mara, sam):
    deal, price = a_deal(mara, sam), a_price()
    client.force_login(sam)
    key = "0b0f3f2e-8f0b-4e2c-9f5a-3a3b9a4d2f11"
    for _click in range(2):
        client.post(f"/deals/{deal.pk}/quotes/new/", rows(price, once=key))
    assert deal.quotes.count() == 1


def test_a_colleagues_deal_is_read_but_not_quoted_on(client, mara, sam, ben):
    deal = a_deal(mara, sam)
    quote = a_quote(deal, sam)
    client.force_login(ben)
    assert client.get(f"/quotes/{quote.pk}/").status_code == 200
    assert client.post(f"/quotes/{quote.pk}/sending/").status_code == 403
    assert trail(quote) == ["draft"]


def test_who_does_not_see_the_deal_does_not_see_its_quote(client, mara, sam, zoe):
    quote = a_quote(a_deal(mara, sam), sam)
    client.force_login(zoe)
    assert client.get(f"/quotes/{quote.pk}/").status_code == 403
    assert client.get("/quotes/").status_code == 403


def test_a_stranger_never_sees_a_draft(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    assert client.get(f"/q/{quote.token}/").status_code == 404
    assert client.get("/q/nonsense/").status_code == 404


def test_a_customer_reads_and_accepts_without_an_account(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    assert "238.00" in client.get(f"/q/{quote.token}/").text
    client.post(f"/q/{quote.token}/acceptance/", {"name": "Ada <b>Berg</b>"})
    page = client.get(f"/q/{quote.token}/").text
    assert "Accepted by Ada &lt;b&gt;Berg&lt;/b&gt;" in page and "Accept for" not in page


def test_a_customer_without_a_name_is_told_at_the_field(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    answer = client.post(f"/q/{quote.token}/acceptance/", {"name": " "})
    assert answer.status_code == 422 and "Type your name" in answer.text
    assert trail(quote) == ["draft", "sent"]


def test_who_accepts_second_is_told_who_was_first(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    for name in ("Ada Berg", "Ada Berg", "Bo Lund"):
        answer = client.post(f"/q/{quote.token}/acceptance/", {"name": name})
    assert answer.status_code == 409
    assert "Ada Berg accepted this quote" in answer.text and "did not count" in answer.text
    quote.refresh_from_db()
    assert (quote.accepted_by, quote.steps.count()) == ("Ada Berg", 3)


def test_opening_the_address_accepts_nothing(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    assert client.get(f"/q/{quote.token}/acceptance/").status_code == 405
    assert trail(quote) == ["draft", "sent"]


def test_an_old_version_leads_to_the_new_one(client, mara, sam):
    deal = a_deal(mara, sam)
    old, new = a_quote(deal, sam), a_quote(deal, sam)
    send(old, by=sam)
    send(new, by=sam)
    assert f"Read {new.number} instead" in client.get(f"/q/{old.token}/").text
    assert client.post(f"/q/{old.token}/acceptance/", {"name": "Ada"}).status_code == 409


def test_an_expired_quote_says_whom_to_ask(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    Quote.objects.filter(pk=quote.pk).update(valid_until=localdate() - timedelta(days=1))
    page = client.get(f"/q/{quote.token}/").text
    assert "Sam will gladly write a new one" in page and "Accept for" not in page


def test_what_was_said_on_the_phone_is_written_by_sales(client, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    client.force_login(sam)
    client.post(f"/quotes/{quote.pk}/acceptance/", {"name": "Ada Berg"})
    assert quote.steps.last().by == sam and trail(quote)[-1] == "accepted"


def test_the_list_stays_at_the_same_number_of_queries(
    client, mara, sam, django_assert_max_num_queries
):
    for _ in range(5):
        send(a_quote(a_deal(mara, sam), sam), by=sam)
    client.force_login(sam)
    with django_assert_max_num_queries(20):
        assert client.get("/quotes/").text.count("Ten worktops") == 5
