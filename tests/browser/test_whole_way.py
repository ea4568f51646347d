"""One lead's whole way, walked by four people in four browsers, and the ways beside it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import marketing, outside, sales
from tests.browser.acts import came, go, press, reads, sign_in
from tests.cast import a_user
from tests.story import a_channel, a_person, a_price, an_mql, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADA = "Ada Berg"
RUNGS = "Qualified Offered Accepted Contacted Deal Quoted Won Paid Delivered Again"


@pytest.mark.usefixtures("worker")
def test_one_lead_goes_from_a_campaign_to_delivered_and_paid(open_page, mara, sam, greta):
    a_channel("fair")
    a_price()
    office, shop, street, desk = (open_page() for _browser in range(4))
    sign_in(office, mara)
    before_the_line(office, street, sam)
    sign_in(shop, sam)
    reads(shop, ADA, "Builds until March")
    behind_the_line(shop, street)
    sign_in(desk, greta)
    the_lead_stands_on_every_rung(desk)


def before_the_line(office, street, seller):
    marketing.make_a_campaign(office)
    marketing.write_down_costs_and_heads(office)
    outside.fill_the_form(street, marketing.make_a_form(office), ADA)
    office.goto(reverse("leads:leads"))
    came(office, ADA)
    marketing.qualify(office, ADA)
    marketing.offer(office, seller.name)


def behind_the_line(shop, street):
    sales.accept(shop, ADA)
    sales.log_a_call(shop, ADA)
    sales.open_a_deal(shop, ADA)
    sales.move_the_deal(shop, "Proposal")
    outside.accept_the_quote(street, sales.quote(shop), ADA)
    sales.win(shop)
    sales.take_the_money(shop, "238")
    sales.deliver(shop)
    sales.begin_again(shop, ADA)


def the_lead_stands_on_every_rung(desk):
    go(desk, "Funnel")
    rows = desk.get_by_role("table").first.locator("tbody tr")
    people = {"Captured": "2", **dict.fromkeys(RUNGS.split(), "1")}  # the second is Ada come again
    for rung, count in people.items():
        row = rows.filter(has=desk.get_by_role("rowheader", name=rung))
        expect(row.get_by_role("cell").first).to_have_text(count)


def test_a_lead_comes_back_over_the_line_and_marketing_sees_why(open_page, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    shop, office = open_page(), open_page()
    sign_in(shop, sam)
    sales.send_back(shop, ADA, "Contact data", "The number is a fax.")
    sign_in(office, mara)
    marketing.see_what_came_back(office, ADA, "Contact data", "The number is a fax.", "Sam")


def test_whoever_holds_both_sides_crosses_the_line_with_one_act(open_page, db):
    both = a_user("Ida", "marketer", "salesperson", team="North")
    lead = an_mql(both)
    page = open_page()
    sign_in(page, both)
    page.goto(lead.get_absolute_url())
    press(page, "Take it over the line yourself")
    reads(page, "is over the line, offered and accepted by you.", "Open a deal")
