"""What may be spent by month: of a campaign with its pace, of the company by its three heads."""

from datetime import date
from decimal import Decimal

import pytest

from leads.models import BudgetLine
from leads.spending.actions import log_spend, set_budget
from leads.spending.heads import starving, year_by_heads
from leads.spending.models import Head
from leads.spending.pace import paces
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
JUNE, JULY, AUGUST = (date(2026, month, 1) for month in (6, 7, 8))
TENTH = date(2026, 7, 10)


def spent(campaign, mara, amount, on, until=None, **more):
    said = {"amount": Decimal(amount), "currency": "EUR", "on": on, "until": until}
    return log_spend(campaign, by=mara, **said, **more)


def pace_of(campaign, month, today=TENTH):
    return next(each for each in paces(campaign, today) if each.month == month)


@pytest.mark.parametrize(
    ("budget", "word"), [(1000, "on"), (1200, "under"), (600, "over"), (940, "on"), (930, "on")]
)
def test_a_month_that_goes_on_is_measured_by_what_it_comes_to(mara, budget, word):
    campaign = a_campaign(mara)
    set_budget({JULY: Decimal(budget)}, campaign=campaign)
    spent(campaign, mara, 320, JULY)
    pace = pace_of(campaign, JULY)
    assert (pace.spent, pace.gone, pace.days, pace.projected) == (320, 10, 31, 992)
    assert pace.word == word


def test_the_first_days_of_a_month_tell_nothing(mara):
    campaign = a_campaign(mara)
    set_budget({JULY: Decimal(100)}, campaign=campaign)
    spent(campaign, mara, 90, JULY)
    assert pace_of(campaign, JULY, date(2026, 7, 3)).word == "early"


def test_what_is_committed_counts_for_what_the_month_comes_to(mara):
    campaign = a_campaign(mara)
    set_budget({JULY: Decimal(500)}, campaign=campaign)
    spent(campaign, mara, 620, date(2026, 7, 10), date(2026, 8, 9))
    pace = pace_of(campaign, JULY)
    assert (pace.spent, pace.committed, pace.projected, pace.word) == (20, 420, 440, "under")
    assert pace_of(campaign, AUGUST).whole == 180


def test_a_month_that_is_over_is_what_it_was_and_one_without_a_budget_says_nothing(mara):
    campaign = a_campaign(mara)
    set_budget({JUNE: Decimal(100)}, campaign=campaign)
    spent(campaign, mara, 300, date(2026, 6, 30))
    spent(campaign, mara, 5, JULY)
    assert pace_of(campaign, JUNE).word == "over"
    assert pace_of(campaign, JULY).word == ""
    assert paces(a_campaign(mara, name="Bare"), TENTH) == []


def test_the_year_lays_each_head_beside_its_budget(mara):
    set_budget({JUNE: Decimal(500)}, head=Head.PRODUCT)
    spent(None, mara, 400, JUNE, head="product")
    spent(a_campaign(mara), mara, 60, JUNE)
    spent(None, mara, 40, date(2026, 6, 30), date(2026, 7, 1), head="closing")
    rows, whole = year_by_heads(2026, TENTH)
    june = rows[5]
    shown = [(cell.budget, cell.spent) for cell in june.cells]
    assert shown == [(500, 400), (None, 60), (None, 20)]
    assert [cell.spent for cell in whole.cells] == [400, 60, 40]
    assert (whole.spent, whole.budget, rows[7].cells[0].share) == (500, 500, None)
    assert june.cells[0].share == Decimal(400) / 480


@pytest.mark.parametrize(("others", "starve"), [(50, True), (62, True), (63, False)])
def test_two_heads_starve_when_the_third_takes_eighty_percent(mara, others, starve):
    spent(None, mara, 500, date(2026, 4, 2), head="product")
    spent(a_campaign(mara), mara, others, date(2026, 5, 2))
    spent(None, mara, others, date(2026, 6, 30), head="closing")
    spent(None, mara, 9999, JULY, head="closing")  # the month that goes on is not looked at
    found = starving(TENTH)
    assert bool(found) == starve
    if found:
        assert (found.head, found.spent, found.of) == ("product", 500, 500 + 2 * others)
        assert (found.first, found.last) == (date(2026, 4, 1), date(2026, 6, 30))
        assert found.others == [Head.DEMAND, Head.CLOSING]


def test_without_money_nobody_is_said_to_starve():
    assert starving(TENTH) is None


def test_a_marketer_sets_a_campaign_s_months_and_takes_one_away(client, mara):
    campaign = a_campaign(mara, starts_on=JUNE, ends_on=date(2026, 8, 5))
    client.force_login(mara)
    address = f"/campaigns/{campaign.pk}/budget/"
    assert list(client.get(address).context["form"].fields) == ["2026-06", "2026-07", "2026-08"]
    for _time in range(2):
        client.post(address, {"2026-06": "100", "2026-07": "200.50"})
    client.post(address, {"2026-06": "", "2026-07": "200.5"})
    line = BudgetLine.objects.get()
    assert (line.month, line.base_amount, line.head) == (JULY, Decimal("200.5"), "demand")
    assert BudgetLine.pgh_event_model.objects.filter(pgh_label="insert").count() == 2


def test_a_manager_plans_the_company_s_months_and_the_page_shows_who(client, greta):
    client.force_login(greta)
    client.post("/budget/2026/product/", {"2026-06": "1000"})
    page = client.get("/budget/?year=2026")
    assert page.context["rows"][5].cells[0].budget == 1000
    assert page.context["edits"][0].who == "Greta"


def test_bad_amounts_are_told_at_their_month_and_the_others_kept(client, greta):
    client.force_login(greta)
    page = client.post("/budget/2026/product/", {"2026-06": "-5", "2026-07": "70", "2026-08": "x"})
    assert page.status_code == 422 and set(page.context["form"].errors) == {"2026-06", "2026-08"}
    assert page.context["form"]["2026-07"].value() == "70"
    assert not BudgetLine.objects.exists()


@pytest.mark.parametrize("address", ["/budget/1066/product/", "/budget/2026/fun/"])
def test_what_is_no_year_and_no_head_is_not_there(client, greta, address):
    client.force_login(greta)
    assert client.get(address).status_code == 404
    assert client.get("/budget/?year=x1").status_code == 200


def test_the_company_s_money_is_not_for_an_agency(client, agency, mara):
    spent(None, mara, 400, JUNE, head="product")
    theirs = a_campaign(agency, name="Theirs")
    spent(theirs, mara, 7, JUNE)
    client.force_login(agency)
    assert client.get("/budget/").status_code == 404
    assert [entry.campaign for entry in client.get("/spend/").context["page"]] == [theirs]
