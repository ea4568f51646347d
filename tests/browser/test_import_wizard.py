"""Real files are brought, mapped, checked and imported by a marketer, in the browser."""

import pytest
from django.db.models import Sum
from playwright.sync_api import expect

from leads.models import Conversion, Lead, Person, Touchpoint
from tests.browser.acts import fill, follow, press, reads
from tests.cast import a_user

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
LONG = 300_000  # ms; a busy machine is no fault of theirs
TOUCHES = {
    "customer_id": "Own id of the person",
    "time": "When",
    "interaction": "Kind",
    "conversion": "Is a conversion",
    "conversion_value": "Value of the conversion",
    "channel": "Channel",
}


def bring(page, path, holds):
    page.goto("/imports/new/")
    page.get_by_role("radio", name=holds).first.check()
    page.locator("input[type=file]").set_input_files(str(path))
    press(page, "Read it")
    follow(page, "Next: columns")


def choose(page, column, what):
    """What a column is; the page asks at once how its dates are written."""
    with page.expect_response("**/columns/"):
        page.get_by_label(column, exact=True).select_option(label=what)
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def check(page):
    fill(page, Where_its_own_ids="the file", Where_the_right="none yet")
    press(page, "Check all rows")


def run(page, words):
    """Once all rows are checked, import them; the button has to say `words`."""
    go = page.get_by_role("button", name=words)
    expect(go).to_be_visible(timeout=LONG)
    go.click()
    expect(page.get_by_role("link", name="Undo this import")).to_be_visible(timeout=LONG)


def test_leads_of_a_marketplace(office, worker, real_data):
    page = office(a_user("Mara", "marketer"))
    bring(page, real_data / "olist_mql.csv", "People and leads")
    choose(page, "mql_id", "Own id")
    choose(page, "first_contact_date", "Captured")
    page.locator("[name=f_captured_at]").select_option("DD-MM-YYYY")
    choose(page, "landing_page_id", "Landing page")
    choose(page, "origin", "Channel")
    press(page, "Next: same person?")
    check(page)
    run(page, "Import 8000 rows")
    reads(page, "8,000")
    assert Lead.objects.count() == 8_000
    assert Lead.objects.filter(channel__key="organic_search").count() == 2_296


def test_touches_of_an_advertiser(office, worker, real_data):
    page = office(a_user("Mara", "marketer"))
    bring(page, real_data / "ad_touches.csv", "Touches")
    for column, what in TOUCHES.items():
        choose(page, column, what)
    press(page, "Next: same person?")
    check(page)
    expect(page.get_by_text("1,838 rows to repair")).to_be_visible(timeout=LONG)
    page.locator("select[name=means0]").select_option(label="Ad seen")
    press(page, "Repair")
    run(page, "Import 62483 rows")
    assert Person.objects.count() == 7_896
    assert Touchpoint.objects.filter(channel__name="Facebook").count() == 18_676
    worth = Conversion.objects.aggregate(worth=Sum("amount"))["worth"]
    assert (Conversion.objects.count(), worth) == (1_838, 11_423.5)
