"""What people without an account do: fill a form, accept a quote."""

from tests.browser.acts import fill, press, reads

SLOWER_THAN_A_MACHINE = 2100  # ms


def fill_the_form(page, address, name):
    page.goto(address)
    page.wait_for_timeout(SLOWER_THAN_A_MACHINE)
    fill(page, What_is_it_about="Two oak tops, please.", Your_name=name)
    page.get_by_label("E-mail").fill("ada.berg@example.com")
    fill(page, or_phone="+49 40 123456")
    press(page, "Send")
    reads(page, "It has arrived.")


def accept_the_quote(page, address, name):
    page.goto(address)
    reads(page, "€238.00")
    fill(page, Your_name=name)
    press(page, "Accept for")
    reads(page, f"Accepted by {name}")
