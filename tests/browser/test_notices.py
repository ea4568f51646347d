"""The bell, the centre without JavaScript, and what the browser itself tells."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from funnel.notices import events
from tests.browser.acts import press, reads
from tests.mailing import LATE, late

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAR = """
window.heard = [];
window.Notification = class {
  static permission = "default";
  static asked = 0;
  static async requestPermission() {
    this.asked += 1;
    return (this.permission = "granted");
  }
  constructor(title, more) { window.heard.push([title, more.body, more.tag]); }
};
"""
MINUTE = 60_000


@pytest.fixture(autouse=True)
def one_occasion(monkeypatch):
    monkeypatch.setattr(events, "_events", {LATE.key: LATE})


def heard(page):
    return [title for title, _words, _tag in page.evaluate("window.heard")]


def bell(page):
    return page.locator("[data-bell]")


@pytest.fixture
def desk(office, sam):
    """Sam's page in a browser whose clock can be turned and whose notices are heard."""
    page = office(sam)
    page.add_init_script(HEAR)
    page.clock.install()
    page.goto(reverse("funnel:my_notices"))
    return page


def allow(page):
    with page.expect_response("**/notices/latest/**"):
        press(page, "Allow notices in this browser")


def turn(page):
    """A minute passes, and what is asked then is answered."""
    with page.expect_response("**/notices/latest/**"):
        page.clock.run_for(MINUTE)
    page.wait_for_timeout(200)


def test_nothing_is_asked_until_the_button_is_pressed(desk, sam):
    late(sam)
    desk.clock.run_for(3 * MINUTE)
    assert (desk.evaluate("Notification.asked"), heard(desk)) == (0, [])
    allow(desk)
    reads(desk, "This browser tells you.")
    assert (desk.evaluate("Notification.asked"), heard(desk)) == (1, [])


def test_who_allowed_it_is_told_once_and_the_bell_counts_where_it_stands(desk, sam):
    allow(desk)
    before = bell(desk).bounding_box()
    late(sam)
    turn(desk)
    turn(desk)
    assert heard(desk) == ["Ada waits"]
    expect(bell(desk)).to_have_accessible_name("Notices, 1 unread")
    assert bell(desk).bounding_box() == before
    press(desk, "Stop")
    late(sam, key="2")
    desk.clock.run_for(2 * MINUTE)
    assert heard(desk) == ["Ada waits"]


@pytest.mark.parametrize("width", [390, 1280])
def test_without_javascript_a_notice_is_read_and_leads_on(office, sam, width):
    late(sam, path=reverse("deals:day"))
    late(sam, key="2", title="Bea waits")
    page = office(sam, java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(reverse("funnel:me"))
    bell(page).click()
    press(page, "Ada waits")
    page.wait_for_url(f"**{reverse('deals:day')}")
    expect(bell(page)).to_have_accessible_name("Notices, 1 unread")
    bell(page).click()
    press(page, "Mark all as read")
    expect(bell(page)).to_have_accessible_name("Notices")
