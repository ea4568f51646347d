"""What everybody does on every page: sign in, read, fill, press, be told."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.cast import PASSWORD


def sign_in(page, user):
    page.goto(reverse("account_login"))
    page.get_by_label("E-mail").fill(user.email)
    fill(page, Password=PASSWORD)
    press(page, "Sign in")


def go(page, section):
    """Open a section of the rail."""
    page.get_by_role("navigation", name="Sections").get_by_role("link", name=section).first.click()


def fill(page, **values):
    """Type into the fields whose labels begin with these words, _ for a space."""
    for label, value in values.items():
        page.get_by_label(label.replace("_", " ")).first.fill(value)


def follow(page, words):
    page.get_by_role("main").get_by_role("link", name=words).first.click()


def press(page, words):
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def pick(page, words):
    """Choose a tile or a chip."""
    page.get_by_role("radio", name=words).first.check(force=True)


def reads(page, *words):
    """These words stand on the page."""
    for each in words:
        expect(page.locator("body")).to_contain_text(each)


def came(page, words, *, tries=40):
    """Look again until the words are there: what a worker does comes by itself."""
    for _look in range(tries):
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"{words!r} did not come")
