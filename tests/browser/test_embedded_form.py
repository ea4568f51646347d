"""A form is built, published, shown in a page of somebody else's and filled by a stranger."""

import pytest
from playwright.sync_api import expect

from leads.models import Form, Lead
from tests.browser.acts import fill, follow, press, reads
from tests.browser.elsewhere import a_site
from tests.cast import a_user
from tests.story import a_campaign

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = """<!doctype html><html lang="de"><title>Kitchens</title><h1>Kitchens</h1>
<main>{code}</main></html>"""


@pytest.fixture
def elsewhere():
    """Another site; its page is set by the test."""
    with a_site() as site:
        yield site


@pytest.fixture(autouse=True)
def here(settings, live_server):
    settings.BASE_URL = live_server.url


def built(page, campaign, site):
    """The code to embed of a form that a marketer builds and publishes."""
    page.goto(f"/campaigns/{campaign.pk}/forms/new/")
    fill(page, Title="What would it cost?")
    press(page, "Save")
    follow(page, "Publish")
    press(page, "Publish version 1")
    form = Form.objects.get()
    page.goto(f"/forms/{form.pk}/edit/")
    page.get_by_label("Sites that may show it").fill(site)
    press(page, "Save")
    reads(page, "Saved; it holds at once.")
    page.goto(f"/forms/{form.pk}/share/")
    return page.get_by_label("Code to embed").input_value()


def test_a_stranger_fills_it_inside_a_foreign_page(office, open_page, elsewhere, worker):
    mara = a_user("Mara", "marketer")
    code = built(office(mara), a_campaign(mara), elsewhere.address)
    elsewhere.page = PAGE.format(code=code)
    page = open_page()
    page.goto(elsewhere.address + "/kitchens?utm_source=google&utm_medium=cpc")
    frame = page.frame_locator("iframe")
    frame.get_by_label("E-mail").fill("ada@example.com")
    page.wait_for_timeout(2500)  # as long as anybody takes
    frame.get_by_role("button", name="Send").click()
    expect(frame.locator("h1")).to_contain_text("arrived", timeout=10_000)
    arrived(office(mara), elsewhere.address)


def arrived(page, site):
    page.goto("/leads/")
    reads(page, "ada@example.com")
    touches = Lead.objects.get().touchpoints.exclude(kind="form")
    came = touches.exclude(source="").get()
    assert (came.source, came.medium) == ("google", "cpc")
    assert came.landing.startswith(f"{site}/kitchens?utm_source=google")


def test_a_page_that_is_not_named_cannot_show_it(office, open_page, elsewhere):
    mara = a_user("Mara", "marketer")
    code = built(office(mara), a_campaign(mara), "https://kitchens.example")
    elsewhere.page = PAGE.format(code=code)
    page = open_page()
    page.goto(elsewhere.address)
    page.wait_for_timeout(1500)
    expect(page.frame_locator("iframe").get_by_label("E-mail")).to_have_count(0)
