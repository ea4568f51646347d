"""What a salesperson does in the browser."""

from playwright.sync_api import expect

from tests.browser.acts import fill, follow, go, pick, press, reads


def accept(page, name):
    go(page, "Hand-off")
    reads(page, name)
    press(page, "Accept")
    reads(page, f"Accepted. {name} is yours.")


def send_back(page, name, reason, words):
    go(page, "Hand-off")
    reads(page, name)
    follow(page, "Return")
    pick(page, reason)
    fill(page, In_words=words)
    press(page, "Return")
    reads(page, "Returned. Marketing sees why.")


def log_a_call(page, name):
    """In one box: what happened, how it went and what is next."""
    go(page, "My day")
    follow(page, name)
    box = page.get_by_label("What happened, what is next")
    box.fill("Reached, wants a quote for two tops, call tomorrow 10:00")
    expect(page.locator(".willbe")).to_contain_text("Call")
    press(page, "Write it down")
    reads(page, "Written. Next: Call")


def open_a_deal(page, name):
    go(page, "Leads")
    follow(page, name)
    follow(page, "Open a deal")
    fill(page, What_it_is_about="Two worktops", Amount="200")
    press(page, "Open the deal")
    reads(page, "Two worktops is open.")


def move_the_deal(page, stage):
    go(page, "Deals")
    page.locator(".card").get_by_label("Move").or_(page.locator(".card__move")).first.click()
    page.locator(".card").get_by_role("button", name=stage).click()
    reads(page, f"Two worktops is in {stage}.")


def quote(page):
    """Returns the address that the customer gets."""
    follow(page, "Two worktops")
    follow(page, "Quote")
    page.get_by_label("Product").first.select_option(index=1)
    page.get_by_label("How many").first.fill("2")
    press(page, "Keep the draft")
    reads(page, "€200.00", "€238.00")
    follow(page, "Send")
    press(page, "Send")
    reads(page, "is sent. Give the customer its address.")
    return page.locator("[data-copy]").get_attribute("data-copy")


def win(page):
    go(page, "Deals")
    follow(page, "Two worktops")
    follow(page, "Won")
    pick(page, "Trust")
    press(page, "Won")
    reads(page, "Won. Next: what is to be delivered and paid.")


def take_the_money(page, amount):
    follow(page, "Payment")
    fill(page, Amount=amount)
    press(page, "Save")
    reads(page, "The payment is written down.")


def deliver(page):
    follow(page, "Delivery")
    fill(page, What="Two tops", Promised_for="2026-12-01")
    press(page, "Promise it")
    press(page, "It is delivered")
    follow(page, "Accepted by the customer")
    press(page, "Accepted")
    reads(page, "accepted by")


def begin_again(page, name):
    follow(page, "New episode")
    press(page, "Begin the episode")
    reads(page, f"A new episode of {name}.")
