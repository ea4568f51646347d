"""Two people at the line at once, each at a screen of their own."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from funnel.models import Team
from tests.browser import marketing
from tests.browser.acts import press, reads
from tests.story import a_person, an_mql, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADA = "Ada Berg"


def test_what_marketing_offers_meanwhile_waits_below_what_sales_reads(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Bea Cole"))
    lead = an_mql(mara, person=a_person(name=ADA))
    desk, shop = office(mara), office(sam)
    shop.goto(reverse("deals:inbox"))
    desk.goto(lead.get_absolute_url())
    marketing.offer(desk, "Sam")
    press(shop, "Accept")
    reads(shop, "Accepted. Bea Cole is yours.")
    expect(shop.locator(".rowitem--open")).to_contain_text(ADA)


def test_the_second_to_accept_is_told_who_took_it(office, mara, sam, ben):
    an_offer(mara, team=Team.objects.get(name="North"), person=a_person(name=ADA))
    first, second = office(sam), office(ben)
    for page in (first, second):
        page.goto(reverse("deals:inbox"))
    press(first, "Accept")
    reads(first, f"Accepted. {ADA} is yours.")
    with second.expect_response("**/acceptance/") as answer:
        press(second, "Accept")
    assert answer.value.status == 409
    reads(second, "Sam")


def test_marketing_that_withdraws_too_late_is_told_too(office, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    shop, desk = office(sam), office(mara)
    for page in (shop, desk):
        page.goto(reverse("deals:inbox"))
    press(shop, "Accept")
    reads(shop, f"Accepted. {ADA} is yours.")
    press(desk, "Withdraw")
    reads(desk, "Sam")
