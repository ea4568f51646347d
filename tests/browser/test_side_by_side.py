"""Two people at the line at once, each at a screen of their own."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deals.answers.actions import accept
from funnel.models import Team
from leads.models import HandoffStep
from tests.browser import marketing
from tests.browser.acts import press, reads
from tests.story import a_person, ago, an_mql, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADA = "Ada Berg"


def look_again(page):
    """As when the window comes to the front."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_sales_sees_what_marketing_offers_without_reloading_and_nothing_moves(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Bea Cole"))
    lead = an_mql(mara, person=a_person(name=ADA))
    desk, shop = office(mara), office(sam)
    shop.goto(reverse("deals:inbox"))
    place = shop.get_by_role("button", name="Accept").bounding_box()
    desk.goto(lead.get_absolute_url())
    marketing.offer(desk, "Sam")
    look_again(shop)
    expect(shop.locator("#watch")).to_contain_text("1 new: show it")
    assert shop.get_by_role("button", name="Accept").bounding_box() == place
    shop.locator("#watch a").click()
    expect(shop.locator("#waiting")).to_contain_text(ADA)


def figures(page):
    """How many wait: by the strip, the sentence, the chosen view and the tab of a phone."""
    parts = ("#strip-line b", "#sentence", "#views [aria-current] .pill__count", "#tab-waiting")
    return [int(re.search(r"\d+", page.locator(part).text_content())[0]) for part in parts]


def test_what_is_new_is_counted_everywhere_at_once_and_shown_in_its_place(office, mara, sam):
    shown = [an_offer(mara, sam, at=ago(hours=9 - n)) for n in range(8)]
    shop, read = office(sam), f"#handoff-{shown[4].pk}"
    shop.goto(reverse("deals:inbox") + f"?open={shown[4].pk}{read}")
    hot = an_offer(mara, sam, tier="hot", person=a_person(name=ADA))
    look_again(shop)
    expect(shop.locator(".watch__new")).to_contain_text("1 new, hot: show it")
    assert figures(shop) == [9, 9, 9, 9]
    shop.locator(".watch__new").click()
    expect(shop.locator(f"#handoff-{hot.pk} a")).to_be_focused()
    expect(shop.locator(read)).to_have_class(re.compile("rowitem--open"))
    expect(shop.locator(f"#handoff-{hot.pk}")).to_be_in_viewport()


def test_marketings_mirror_shows_who_took_it_without_reloading(office, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    desk, shop = office(mara), office(sam)
    desk.goto(reverse("deals:inbox") + "?view=offered")
    shop.goto(reverse("deals:inbox"))
    press(shop, "Accept")
    reads(shop, f"Accepted. {ADA} is yours.")
    look_again(desk)
    expect(desk.locator("#waiting li")).to_contain_text("Sam took it")


def test_a_row_that_a_colleague_took_loses_its_buttons_and_stays(office, mara, sam, ben):
    handoff = an_offer(mara, team=Team.objects.get(name="North"), person=a_person(name=ADA))
    page = office(ben)
    page.goto(reverse("deals:inbox"))
    height = page.locator(f"#handoff-{handoff.pk}").bounding_box()["height"]
    accept(handoff, by=sam)
    look_again(page)
    row = page.locator(f"#handoff-{handoff.pk}")
    expect(row).to_contain_text("Sam took it")
    expect(row.get_by_role("button", name="Accept")).to_have_count(0)
    assert abs(row.bounding_box()["height"] - height) <= 2
    expect(page.locator("#watch")).to_contain_text(f"{ADA}: Sam took it")


def test_what_is_accepted_goes_over_the_line_with_a_next_step_proposed(office, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    page.get_by_role("button", name="Accept").dblclick()
    box = page.get_by_label("Next step")
    expect(box).to_be_focused()
    expect(page.locator("#waiting")).not_to_contain_text(ADA)
    box.fill("Call tomorrow 10:00")
    box.press("Enter")
    reads(page, "Written. Next: Call", "Call, ")
    assert HandoffStep.objects.filter(to_stage="accepted").count() == 1


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
    expect(second.locator("#waiting")).to_contain_text("Sam took it")


def test_marketing_that_withdraws_too_late_is_told_too(office, mara, sam):
    an_offer(mara, sam, person=a_person(name=ADA))
    shop, desk = office(sam), office(mara)
    for page in (shop, desk):
        page.goto(reverse("deals:inbox"))
    press(shop, "Accept")
    reads(shop, f"Accepted. {ADA} is yours.")
    press(desk, "Withdraw")
    reads(desk, "Sam")
