"""What a browser makes of the frame: contrast, names, focus, keys, both themes."""

import pytest
from django.urls import reverse

from tests.cast import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THEMES = ["light", "dark"]
WIDTHS = [390, 1280]


def findings(page):
    from axe_playwright_python.sync_playwright import Axe

    return {
        rule["id"]: [node["target"] for node in rule["nodes"]]
        for rule in Axe().run(page).response["violations"]
    }


def sign_in(page, user):
    page.goto(reverse("account_login"))
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture
def specimen(open_page, adam):
    adam.is_staff = True
    adam.save()

    def open_specimen(**options):
        page = open_page(**options)
        sign_in(page, adam)
        page.goto("/specimen/")
        return page

    return open_specimen


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_at_the_gate(open_page, db, theme, width):
    page = open_page(color_scheme=theme, viewport={"width": width, "height": 800})
    page.goto(reverse("account_login"))
    assert findings(page) == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_part(specimen, theme, width):
    page = specimen(color_scheme=theme, viewport={"width": width, "height": 800})
    assert findings(page) == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920, 2560])
def test_nothing_runs_out_of_the_page(specimen, width):
    page = specimen(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_open_go_and_never_fire_in_a_field(specimen):
    page = specimen()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("?gc")
    assert page.locator("[data-find]").input_value() == "?gc"
    assert page.locator("#keys").is_hidden()


def test_the_first_tab_leads_past_the_rail(specimen):
    page = specimen()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_chosen_theme_is_there_before_the_first_paint(specimen):
    page = specimen(color_scheme="light")
    page.locator(".menu--up > summary").click()
    with page.expect_response("**/me/appearance/"):
        page.get_by_role("button", name="Dark").click()
    page.goto("/specimen/", wait_until="commit")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_no_policy_is_broken(specimen, adam):
    said = []
    page = specimen()
    page.on("console", lambda message: said.append(message.text))
    page.reload(wait_until="networkidle")
    assert [text for text in said if "Security Policy" in text] == []


def test_everything_can_be_read_without_javascript(specimen):
    page = specimen(java_script_enabled=False)
    assert page.get_by_role("heading", name="Parts and their states").is_visible()
    assert page.locator(".js-only:visible").count() == 0
