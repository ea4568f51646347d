"""The daily acts without a mouse."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from leads.models import HandoffStep
from tests.browser.acts import reads
from tests.browser.looking import overheard
from tests.cast import PASSWORD
from tests.story import a_lead, a_person, ago, an_accepted, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FARTHEST = 80  # stops of the Tab key


def tab_to(page, words):
    """Press Tab until the part with these words, or this label, has the focus."""
    for _stop in range(FARTHEST):
        page.keyboard.press("Tab")
        if page.evaluate(NAMED, words):
            return
    raise AssertionError(f"Tab does not reach {words!r}")


NAMED = """(words) => {
  const here = document.activeElement;
  const label = here.labels?.[0]?.innerText ?? here.ariaLabel ?? here.innerText ?? "";
  return label.trim().startsWith(words);
}"""


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


def enter(page, words):
    """Open what these words name."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_in(page, user):
    page.goto(reverse("account_login"))
    tab_to(page, "E-mail")
    page.keyboard.type(user.email)
    tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    keys(page, "Enter")
    page.wait_for_url(lambda url: "login" not in url)


def test_a_marketer_signs_in_qualifies_and_offers(open_page, mara, sam):
    a_lead(mara, person=a_person(name="Ada Berg"))
    page = open_page()
    sign_in(page, mara)
    keys(page, "g", "l")
    reads(page, "Ada Berg")
    keys(page, "j", "Enter")
    page.wait_for_url("**/leads/*/")
    enter(page, "Qualify")
    enter(page, "Offer to sales")
    tab_to(page, "Person or queue")
    page.keyboard.type("Sam")
    enter(page, "Offer")
    reads(page, "is offered to Sam.")


def test_a_is_accept(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("funnel:me"))
    keys(page, "g", "o")
    reads(page, "Ada Berg")
    keys(page, "a")
    reads(page, "Accepted. Ada Berg is yours.")


def test_the_whole_inbox_without_a_mouse(office, mara, sam):
    for hours, name in ((9, "Ada Berg"), (6, "Bea Cole"), (3, "Cid Dorn")):
        an_offer(mara, sam, at=ago(hours=hours), person=a_person(name=name))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    opened = page.locator(".rowitem--open")
    for key, name in (("j", "Bea Cole"), ("j", "Cid Dorn"), ("k", "Bea Cole")):
        keys(page, key)
        expect(opened).to_contain_text(name)
    keys(page, "a")
    expect(page.get_by_label("Next step")).to_be_focused()
    keys(page, "a", "Escape", "j")
    expect(opened).to_contain_text("Cid Dorn")
    keys(page, "d")
    expect(page.get_by_role("heading", name="Pass Cid Dorn on")).to_be_visible()


def test_d_opens_the_list_of_who_may_have_it_and_enter_passes_it_on(office, mara, sam, ben):
    an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    keys(page, "d")
    expect(page.get_by_label("Person or queue")).to_be_focused()
    page.keyboard.type("Ben")
    keys(page, "Enter")
    reads(page, "Passed on. Its clock runs on.")


def test_s_hides_an_offer_for_a_while(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    keys(page, "s")
    expect(page.get_by_role("heading", name="Hide Ada Berg for a while")).to_be_visible()
    expect(page.get_by_label("In one hour")).to_be_focused()
    keys(page, "Enter")
    reads(page, "Hidden until then.")
    expect(page.locator("#waiting")).not_to_contain_text("Ada Berg")


def test_no_key_answers_while_a_field_has_the_focus(office, mara, sam):
    handoff = an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("deals:pass_on", args=[handoff.pk]))
    tab_to(page, "In words, for them")
    page.keyboard.type("ars 12 jk d")
    expect(page.get_by_label("In words, for them")).to_have_value("ars 12 jk d")


def test_r_and_a_number_return_with_a_reason(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    keys(page, "r")
    expect(page.get_by_role("heading", name="Return Ada Berg")).to_be_visible()
    keys(page, "2", "Enter")
    reads(page, "Returned. Marketing sees why.", "Contact data missing or wrong")


def test_a_number_typed_before_the_reasons_are_there_counts(office, mara, sam):
    an_offer(mara, sam, person=a_person(name="Ada Berg"))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    keys(page, "r", "2")
    expect(page.get_by_label("Contact data missing or wrong")).to_be_checked()
    keys(page, "3", "2", "Enter")
    reads(page, "Returned. Marketing sees why.", "Contact data missing or wrong")


def test_a_pressed_four_times_is_one_act_and_no_error(office, mara, sam):
    for hours, name in ((9, "Ada Berg"), (6, "Bea Cole")):
        an_offer(mara, sam, at=ago(hours=hours), person=a_person(name=name))
    page = office(sam)
    page.goto(reverse("deals:inbox"))
    with overheard(page) as said:
        with page.expect_response("**/handoffs/?*took=*"):
            keys(page, "a", "a")
        keys(page, "a", "a")  # while the row slides over the line
        reads(page, "Accepted. Ada Berg is yours.")
        page.wait_for_load_state("networkidle")
    assert said == [] and HandoffStep.objects.filter(to_stage="accepted").count() == 1


def test_a_call_is_logged_and_the_next_one_is_there(office, mara, sam):
    for name in ("Ada Berg", "Bea Cole"):
        an_accepted(mara, sam, person=a_person(name=name))
    page = office(sam)
    page.goto(reverse("deals:day"))
    expect(page.locator(".day__name")).to_have_text("Ada Berg")
    tab_to(page, "What happened")
    page.keyboard.type("Reached, wants a sample,")
    keys(page, "Shift+Enter")
    page.keyboard.type("call tomorrow 10:00")
    keys(page, "Enter")
    reads(page, "Written. Next: Call")
    expect(page.locator(".day__name")).to_have_text("Bea Cole")
    keys(page, "j", "k")
    page.wait_for_load_state("networkidle")


def test_a_marketer_chooses_leads_and_goes_on_to_offer_them(open_page, mara, sam):
    for name in ("Ada Berg", "Bo Lind", "Cy Falk"):
        a_lead(mara, person=a_person(name=name, email=f"{name[:2]}@example.com"))
    page = open_page()
    sign_in(page, mara)
    page.goto(reverse("leads:leads"))
    expect(page.locator("[data-bar]")).to_be_hidden()
    keys(page, "j", "x", "j", "x", "b")
    expect(page.get_by_text("Chosen on this page: 2")).to_be_visible()
    with page.expect_navigation():
        keys(page, "Enter")
    reads(page, "Offer 2 leads to sales")
