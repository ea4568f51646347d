"""What works with JavaScript off: reading, signing in, sending a form, accepting, returning."""

import pytest
from django.urls import reverse

from deals.quotes.actions import send
from tests.agreements import agreed
from tests.browser import marketing, outside, sales
from tests.browser.acts import fill, follow, go, press, reads, sign_in
from tests.cast import a_user
from tests.story import a_campaign, a_deal, a_form, a_lead, a_person, a_quote, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLAIN = {"java_script_enabled": False}
ADA = "Ada Berg"


@pytest.fixture
def plain(open_page):
    return open_page(**PLAIN)


def test_lists_and_pages_are_read(plain, mara, sam):
    deal = a_deal(mara, sam, campaign=a_campaign(mara), person=a_person(name=ADA))
    sign_in(plain, mara)
    for section, words in [("Campaigns", "Spring"), ("People", ADA), ("Leads", ADA)]:
        go(plain, section)
        reads(plain, words)
        follow(plain, words)
        reads(plain, words)
    plain.goto(deal.get_absolute_url())
    reads(plain, "Ten worktops", "Discovery")


def test_a_stranger_sends_a_form(plain, mara):
    form = a_form(a_campaign(mara))
    outside.fill_the_form(plain, reverse("leads:hosted", args=[form.token]), ADA)
    assert form.submissions.get().payload["name"] == ADA


def test_leads_are_offered_many_at_once(plain, mara, sam):
    bare = a_lead(mara, person=a_person(email="bo@example.com"))
    a_lead(mara, person=a_person(name=ADA))
    agreed(mara, a_user("Greta", "manager"), conditions={"name": True})
    sign_in(plain, mara)
    marketing.offer_all_of_the_page(plain, f"Choose {ADA}", "Choose bo@example.com")
    reads(plain, "1 of 2 meets the agreement", "1 lacks a name")
    plain.locator(f"[name=lead-{bare.pk}-name]").fill("Bo Lind")
    press(plain, "Write it down")
    reads(plain, "2 of 2 meet the agreement")
    plain.get_by_label("Person or queue").select_option(label="Sam")
    press(plain, "Offer all 2")
    reads(plain, "2 of 2 leads are offered", "Bo Lind")


def test_an_offer_is_accepted(plain, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    sign_in(plain, sam)
    sales.accept(plain, ADA)


def test_an_offer_is_returned(plain, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    sign_in(plain, sam)
    sales.send_back(plain, ADA, "Contact data", "The number is a fax.")


def test_a_call_is_logged(plain, mara, sam):
    deal = a_deal(mara, sam)
    sign_in(plain, sam)
    plain.goto(deal.get_absolute_url())
    fill(plain, What_happened="Reached, call tomorrow 10:00")
    press(plain, "Write it down")
    reads(plain, "Written. Next: Call")


def test_a_customer_accepts_a_quote(plain, mara, sam):
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    outside.accept_the_quote(plain, reverse("deals:public_quote", args=[quote.token]), ADA)
