"""The page of the line: every figure opens the hand-offs behind it."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from leads.clocks.actions import expire, hold
from leads.disputes.actions import dispute
from tests.agreements import NAMED, agreed
from tests.story import a_campaign, a_person, a_reason, an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR = timedelta(hours=1)
LINKS = re.compile(r'href="(/line/rows/\?[^"]+)"')


@pytest.fixture
def reader(client, ana):
    client.force_login(ana)
    return client


@pytest.fixture
def month(mara, sam, greta):
    """A small month with something in every column."""
    with travel(MONDAY, tick=False) as clock:
        agreed(mara, greta, conditions=NAMED)
        clock.shift(HOUR)
        offers = [an_offer(mara, sam, tier="hot", campaign=a_campaign(mara)) for _n in range(5)]
        offers.append(an_offer(mara, sam, person=a_person(email="nameless@example.com")))
        hold(offers[0], by=greta, words="Holiday")
        clock.shift(HOUR)
        accept(offers[1], by=sam)
        send_back(offers[2], by=sam, reason=a_reason("return", "not_our_target"))
        dispute(offers[2], by=mara, words="Look again")
        expire(offers[3])
        clock.shift(24 * HOUR)
        yield clock


def page(client, address="/line/"):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(unescape(response.text).split())


def test_every_figure_that_is_a_link_opens_as_many_rows(reader, month):
    links = LINKS.findall(reader.get("/line/").text)
    parts = {part for link in links for part in re.findall("part=([a-z]+)", link)}
    assert parts == {"accepted", "argued", "back", "expired", "held", "late", "uncalled", "unmet"}
    for link in links:
        rows = page(reader, unescape(link))
        told = re.search(r"<h1[^>]*>[^<]*: (\d+)", rows)
        assert int(told[1]) == rows.count("<tr data-row>"), link


def test_a_figure_and_its_rows_say_the_same(reader, month):
    shown = page(reader)
    assert '&part=late">4 late</a>' in shown and '&part=unmet">1 did not</a>' in shown
    assert "Not answered in time: 4" in page(reader, "/line/rows/?month=2026-03&part=late")


def test_a_new_agreement_is_a_mark_on_its_month(reader, month):
    assert "Agreement 1 from yesterday" in page(reader)


def test_rows_of_a_campaign_a_person_and_a_reason(reader, month, sam):
    rows = "/line/rows/?view=30d"
    assert "Offered: 1" in page(reader, f"{rows}&campaign=0")
    assert "Offered: 6" in page(reader, f"{rows}&person={sam.pk}")
    assert "Came back: 1" in page(reader, f"{rows}&part=back&reason=not_our_target")
    assert "Came back: 0" in page(reader, f"{rows}&part=back&reason=too_early")
    assert "Offered: 6" in page(reader, "/line/rows/?day=2026-03-02")


@pytest.mark.parametrize(
    "query", ["part=all", "month=March", "view=ever", "day=2026-02-30", "campaign=x", "person=-1"]
)
def test_an_address_that_means_nothing_is_not_found(reader, query):
    assert reader.get(f"/line/rows/?{query}").status_code == 404


def test_the_figure_is_of_all_and_the_rows_of_what_one_may_open(client, month, ben):
    client.force_login(ben)
    rows = page(client, "/line/rows/?month=2026-03")
    assert "Offered: 6" in rows and "You may open none of these." in rows


def test_an_empty_line(reader):
    shown = page(reader)
    assert "No offer with a clock in the last 30 days." in shown
    assert "Nothing was offered in the last twelve months." in shown
    assert "No hand-off is behind this number." in page(reader, "/line/rows/")


def test_the_same_figures_as_a_table(reader, month):
    shown = page(reader)
    assert "6 offers" in shown and "4 beyond the agreed time" in shown
    assert '<a href="/line/rows/?day=2026-03-02&part=late">4</a>' in shown


def test_only_who_sees_reports(client, zoe):
    client.force_login(zoe)
    assert [client.get(path).status_code for path in ("/line/", "/line/rows/")] == [403, 403]


def test_the_same_queries_however_many(reader, month, mara, sam, django_assert_max_num_queries):
    page(reader)
    for _each in range(3):
        an_offer(mara, sam, campaign=a_campaign(mara, name="More"))
    with django_assert_max_num_queries(26):
        page(reader)


def test_a_first_contact_of_two_working_days_is_told_in_hours(reader, mara, sam):
    with travel(MONDAY, tick=False) as clock:
        handoff = an_offer(mara, sam)
        accept(handoff, by=sam)
        clock.shift(timedelta(days=7))
        log(by=sam, kind="call", lead=handoff.lead, outcome="no_answer")
        assert ">40 h<" in page(reader) and ">7 d<" in page(reader)
