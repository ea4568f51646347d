"""The board of deals by mouse, by key and by finger."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deals.pipeline.actions import open_deal
from tests.story import an_accepted, trail

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STAGES = ["Fit", "Proposal", "Negotiation", "Committed", "Won", "Lost, with a reason"]
IN_SIGHT = """(button) => {
  const box = button.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return button.contains(top);
}"""


@pytest.fixture
def deals(mara, sam):
    leads = [an_accepted(mara, sam) for _each in range(6)]
    return [open_deal(by=sam, name=f"Deal {n}", lead=lead) for n, lead in enumerate(leads)]


def last_menu(page):
    """Open the menu of the last card, at the foot of the column's box."""
    page.goto(reverse("deals:deals"))
    page.get_by_role("button", name="Move Deal").last.click()
    return page.locator(":popover-open button")


@pytest.mark.parametrize("size", [(1280, 720), (1280, 900), (390, 700)])
def test_every_stage_of_a_cards_menu_is_in_sight(office, sam, deals, size):
    page = office(sam, viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    stages = last_menu(page)
    expect(stages).to_have_text(STAGES)
    assert [each.evaluate(IN_SIGHT) for each in stages.all()] == [True] * len(STAGES)


def test_a_finger_moves_a_card(office, sam, deals):
    page = office(sam, viewport={"width": 390, "height": 700}, has_touch=True)
    page.goto(reverse("deals:deals"))
    page.get_by_role("button", name="Move Deal 2").tap()
    with page.expect_navigation():
        page.locator(":popover-open").get_by_role("button", name="Committed").tap()
    assert trail(deals[2])[-1] == "committed"


def test_keys_open_the_menu_leave_it_and_move_the_card(office, sam, deals):
    page = office(sam)
    page.goto(reverse("deals:deals"))
    opener = page.get_by_role("button", name="Move Deal 2")
    opener.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert trail(deals[2])[-1] == "fit"
