"""The inbox as a browser shows it in the states that one row of the matrix has not."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deals.answers.actions import accept, send_back
from funnel.absences.queries import today
from funnel.models import Absence, Team
from leads.clocks.actions import hold, nudge
from leads.disputes.actions import dispute
from tests.browser.looking import faults
from tests.story import a_person, a_reason, ago, an_offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE = "/handoffs/"


@pytest.fixture
def busy(mara, sam, ben, greta):
    """Over, due, held, nudged, for somebody away, taken today, disputed."""
    over = an_offer(mara, sam, tier="hot", at=ago(days=9), words="42 bathrooms, by March")
    nudge(over, by=mara, words="She waits")
    hold(an_offer(mara, sam), by=greta, words="The fair")
    an_offer(mara, ben)
    an_offer(mara, team=Team.objects.create(name="South"))
    Absence.objects.create(user=ben, first_on=today(), last_on=today())
    back = an_offer(mara, sam)
    send_back(back, by=sam, reason=a_reason("return", "no_capacity"), words="Full")
    dispute(back, by=mara, words="She asked for a date")
    taken = an_offer(mara, sam)
    accept(taken, by=sam)
    return {"over": over, "back": back, "taken": taken}


def test_every_state_of_the_line_can_be_read(office, busy, mara, sam, greta):
    held = f"{HERE}?view=everyone&open={busy['over'].pk}"
    wrong = faults(office(sam, reduced_motion="reduce"), f"{HERE}?took={busy['taken'].pk}")
    for address in (held, f"{HERE}?view=disputed"):
        wrong |= faults(office(greta, reduced_motion="reduce"), address)
    desk = office(mara, reduced_motion="reduce")
    for address in (f"{HERE}?view=offered", busy["back"].lead.get_absolute_url()):
        wrong |= faults(desk, address)
    assert not wrong, json.dumps(wrong, indent=1)


def test_what_came_and_went_meanwhile_can_be_read_too(office, busy, mara, sam, ben):
    page = office(ben, reduced_motion="reduce")
    Absence.objects.all().delete()
    queued = an_offer(mara, team=Team.objects.get(name="North"), person=a_person(name="Ada Berg"))
    page.goto(reverse("deals:inbox") + f"?open={queued.pk}")
    accept(queued, by=sam)
    an_offer(mara, ben)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#watch")).to_contain_text("1 new: show it")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(f"#acts-{queued.pk}")).to_be_empty()


def test_a_phone_shows_the_line_in_one_line_and_how_many_wait_on_the_tab(office, busy, sam):
    page = office(sam, viewport={"width": 390, "height": 800})
    page.goto(reverse("deals:deals"))
    line = page.locator("#strip-line")
    for words in ("2 waiting", "1 over", "oldest", "in time"):
        expect(line).to_contain_text(words)
    expect(line.get_by_text("in time")).to_be_in_viewport()
    assert line.bounding_box()["height"] < 40
    expect(page.locator("#tab-waiting")).to_be_visible()
    expect(page.get_by_role("link", name="Hand-off 2 waiting")).to_be_visible()
    expect(page.locator("[data-bell]")).to_be_in_viewport()
