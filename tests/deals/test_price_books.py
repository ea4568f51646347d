from datetime import date
from decimal import Decimal as D

import pytest

from deals.models import PriceBook
from tests.story import a_price

pytestmark = pytest.mark.django_db


def opened(**changed):
    return {
        "name": "2027",
        "currency": "eur",
        "tax_percent": "19",
        "starts_on": "2027-01-01",
    } | changed


def test_a_new_book_closes_the_one_before_and_begins_with_its_prices(client, greta):
    price = a_price("100.00")
    client.force_login(greta)
    answer = client.post("/price-books/new/", opened())
    old, new = PriceBook.objects.order_by("starts_on")
    assert (answer.status_code, old.ends_on) == (302, date(2026, 12, 31))
    assert new.prices.get(product=price.product).amount == D("100.00")


def test_a_book_that_begins_before_the_last_is_refused_and_the_text_kept(client, greta):
    a_price()
    client.force_login(greta)
    answer = client.post("/price-books/new/", opened(starts_on="2025-01-01"))
    assert answer.status_code == 422
    assert "begin later" in answer.text and 'value="2027"' in answer.text
    assert PriceBook.objects.get().ends_on is None


def test_a_price_is_set_and_taken_out_again(client, greta):
    price = a_price("100.00")
    address, name = f"/price-books/{price.price_book_id}/prices/", f"price_{price.product_id}"
    client.force_login(greta)
    client.post(address, {name: "120.5"})
    price.refresh_from_db()
    assert price.amount == D("120.5")
    client.post(address, {name: ""})
    assert not price.price_book.prices.exists()


@pytest.mark.parametrize(
    "path", ["/price-books/new/", "/price-books/{}/prices/", "/price-books/{}/edit/"]
)
def test_a_seller_reads_prices_but_does_not_set_them(client, sam, path):
    book = a_price().price_book
    client.force_login(sam)
    assert client.get(f"/price-books/{book.pk}/").status_code == 200
    assert client.get(path.format(book.pk)).status_code == 403


def test_without_a_book_the_page_says_what_books_are_for(client, sam):
    client.force_login(sam)
    assert "Quotes take their prices from a price book" in client.get("/price-books/").text
