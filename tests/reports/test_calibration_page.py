"""The page of score and outcome: every figure opens what is behind it."""

import re
from decimal import Decimal
from html import unescape

import pytest

from deals.answers.actions import accept, send_back
from deals.closing.actions import win
from deals.pipeline.actions import open_deal
from leads.handoff.actions import withdraw
from leads.scoring.actions import add
from tests.cast import a_user
from tests.story import a_reason, an_accepted, an_offer

pytestmark = pytest.mark.django_db

LINKS = re.compile(r'href="(/calibration/rows/\?[^"]+)"')
ROWS = "/calibration/rows/"


@pytest.fixture
def reader(client, ana):
    client.force_login(ana)
    return client


@pytest.fixture
def year(mara, sam):
    """One offered before there was a score, and of those with 60 one of each fate."""
    an_offer(mara, sam)
    add(asks={"no_phone": True}, points=60)
    an_offer(mara, sam)
    send_back(an_offer(mara, sam), by=sam, reason=a_reason("return", "wrong_person"))
    withdraw(an_offer(mara, sam), by=mara)
    an_accepted(mara, sam)
    deals = [a_deal_of(mara, sam) for _number in range(3)]
    win(deals[0], by=sam, reason=a_reason("win", "trust"))


def a_deal_of(mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    return open_deal(by=sam, name="Tops", lead=handoff.lead, amount=Decimal(1000))


def page(client, address="/calibration/"):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(unescape(response.text).split())


def test_every_figure_opens_as_many_rows(reader, year):
    links = LINKS.findall(reader.get("/calibration/").text)
    figures = {figure for link in links for figure in re.findall("figure=([a-z]+)", link)}
    assert figures == {
        *("offered", "answered", "accepted", "back", "void", "waiting"),
        *("undealt", "open", "won"),
    }
    for link in links:
        rows = page(reader, unescape(link))
        number = int(re.search(r"<h1[^>]*>[^<]*: (\d+)", rows)[1])
        assert number == rows.count("<tr data-row>") > 0, link


def test_rates_have_denominators_and_money_its_currency(reader, year):
    shown = page(reader)
    assert "4 of 5" in shown and "1 of 1" in shown
    assert "Won, in EUR" in shown and "€1,000" in shown
    assert "Not enough to tell" in shown and "60–79 lacks 25 answers." in shown


def test_the_score_is_chosen_and_one_that_is_none_is_the_usual(reader, year):
    assert "figure=undealt" in page(reader)
    assert reader.get("/calibration/?scale=engagement").context["scale"] == "engagement"
    for query in ("scale=luck", "scale=", "view=ever&scale=%00"):
        assert reader.get(f"/calibration/?{query}").context["scale"] == "fit"


def test_a_link_keeps_the_score_and_the_days(reader, year):
    rows = page(reader, f"{ROWS}?view=90d&scale=engagement&band=0-19&figure=accepted")
    assert "Accepted, Engagement 0–19: 4" in rows
    assert 'href="/calibration/?view=90d&scale=engagement"' in rows
    assert "Offered: 8" in page(reader, ROWS)


@pytest.mark.parametrize("query", ["scale=luck", "band=0-20", "figure=all", "view=ever"])
def test_an_address_that_means_nothing_is_not_found(reader, query):
    assert reader.get(f"{ROWS}?{query}").status_code == 404


@pytest.mark.parametrize("figure", ["offered", "won"])
def test_the_figure_is_of_all_and_the_rows_of_what_one_may_open(client, year, figure):
    client.force_login(a_user("Otto", "salesperson", team="South"))
    assert "You may open none of these." in page(client, f"{ROWS}?figure={figure}")


def test_nothing_was_offered(reader):
    assert "Nothing was offered in these days." in page(reader)
    assert "No hand-off is behind this number." in page(reader, ROWS)


def test_only_who_sees_reports(client, zoe):
    client.force_login(zoe)
    assert [client.get(path).status_code for path in ("/calibration/", ROWS)] == [403, 403]


def test_the_settings_lead_to_it_who_may_read_it(client, mara):
    client.force_login(mara)
    assert 'href="/calibration/"' in page(client, "/settings/score/").split("<main")[1]
