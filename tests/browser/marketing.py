"""What a marketer does in the browser."""

from playwright.sync_api import expect

from tests.browser.acts import fill, follow, go, press, reads


def make_a_campaign(page):
    go(page, "Campaigns")
    page.goto("/campaigns/new/")
    fill(page, Name="Kitchen fair", What_it_is_for="Meet people who build", From="2026-01-01")
    page.get_by_label("Channel").select_option(label="Fair")
    press(page, "Save")
    reads(page, "Kitchen fair", "The campaign is there.")


def write_down_costs_and_heads(page):
    page.get_by_text("Write down what was spent").click()
    costs = page.locator("form[action*=spend]")
    costs.get_by_label("For what").fill("Stand")
    costs.get_by_label("Amount").fill("1200")
    costs.get_by_role("button", name="Write down").click()
    reads(page, "€1,200")
    page.get_by_text("Write down how many were reached").click()
    heads = page.locator("form[action*=reach]")
    heads.get_by_label("What was counted").select_option(label="Heads counted")
    heads.get_by_label("How many").fill("340")
    heads.get_by_role("button", name="Write down").click()
    reads(page, "340", "Counted.")


def make_a_form(page):
    """Returns the address that strangers get."""
    follow(page, "New form")
    fill(page, Title="What would it cost?")
    press(page, "Save")
    reads(page, "The form is there, as a draft.")
    follow(page, "Publish")
    press(page, "Publish version 1")
    reads(page, "Version 1 is what strangers see now.")
    follow(page, "See the page")
    return page.url


def qualify(page, name):
    go(page, "Leads")
    follow(page, name)
    press(page, "Qualify")
    reads(page, "Qualified. It can be offered to sales now.")


def offer(page, seller):
    follow(page, "Offer to sales")
    page.get_by_label("Person or queue").select_option(label=seller)
    fill(page, Why_now="Builds until March")
    press(page, "Offer")
    reads(page, f"is offered to {seller}.")


def offer_all_of_the_page(page, *boxes):
    go(page, "Leads")
    for box in boxes:
        page.get_by_label(box).check()
    press(page, "Offer the chosen")


def see_what_came_back(page, name, reason, *words):
    go(page, "Hand-off")
    page.get_by_role("main").get_by_role("link", name="Came back").click()
    expect(page.locator("#waiting h2")).to_contain_text(reason)
    row = page.locator("#waiting li").filter(has_text=name)
    for each in words:
        expect(row).to_contain_text(each)
