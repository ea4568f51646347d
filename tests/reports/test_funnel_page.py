import re
from html import unescape

import pytest
from django.urls import reverse

from leads.models import Lead
from leads.spending.actions import log_reach
from leads.touches.actions import touch
from leads.touches.models import TouchKind
from tests.reports.reading import may, won
from tests.reports.test_beside_the_ladder import alone
from tests.story import a_campaign, a_deal, a_lead, an_accepted, an_mql, an_offer

DAYS = {"from": "2026-05-01", "to": "2026-05-31"}


@pytest.fixture
def year(mara, sam, ben):
    """Some of everything: a campaign with reach and visits, leads on many rungs, a deal alone."""
    spring = a_campaign(mara)
    log_reach(spring, by=mara, on=may(2).date(), kind="heads", count=300)
    for visitor in "abc":
        touch(TouchKind.VISIT, visitor=visitor, campaign=spring, at=may(3))
    a_lead(mara, at=may(1), campaign=spring)
    an_mql(mara, at=may(2))
    an_offer(mara, sam, at=may(3))
    an_accepted(mara, ben, at=may(4), campaign=spring)
    won(a_deal(mara, sam, at=may(5), campaign=spring), sam, at=may(9))
    alone(sam, at=may(6))


def shown(client, name="funnel", **asked):
    answer = client.get(reverse(f"reports:{name}"), DAYS | asked)
    return answer, answer.content.decode()


def test_the_picture_the_sentence_and_the_table_agree(client, ana, year):
    client.force_login(ana)
    answer, page = shown(client)
    assert answer.status_code == 200
    assert "Of 5 captured, 2 were accepted" in " ".join(page.split())
    assert page.count('aria-label="Accepted: 2"') == 2  # upright and lying
    assert re.search(r">Accepted</th>\s*<td class=\"num\"><a[^>]*>2</a>", page)


def numbers(page):
    """(address, number) of every link to rows that shows a number."""
    links = re.findall(r'<a (?:class="fig" )?href="(/funnel/rows/[^"]*)">(\d[^<]*)</a>', page)
    return [(unescape(url), int(re.match(r"\d+", said).group())) for url, said in links]


@pytest.mark.slow
@pytest.mark.parametrize("asked", [{"by": "owner"}, {"by": "campaign", "mode": "flow"}])
def test_every_number_leads_to_as_many_rows(client, ana, year, asked):
    client.force_login(ana)
    found = numbers(shown(client, **asked)[1])
    assert len(found) > 20
    for url, number in found:
        rows = client.get(url).content.decode()
        if "rung=reached" not in url:
            assert f": {number}</h1>" in rows, url
            assert rows.count("<tr data-row>") == number, url


@pytest.mark.parametrize("who", ["mara", "sam", "greta", "ana", "adam"])
def test_everybody_with_reports_sees_the_whole(client, request, year, who):
    client.force_login(request.getfixturevalue(who))
    assert "Of 5 captured" in " ".join(shown(client)[1].split())


@pytest.mark.parametrize("name", ["funnel", "rows", "export"])
def test_nobody_else_sees_it(client, zoe, name):
    assert client.get(reverse(f"reports:{name}")).status_code == 302
    client.force_login(zoe)
    assert client.get(reverse(f"reports:{name}")).status_code == 403


def test_rows_are_only_those_one_may_open(client, sam, year):
    client.force_login(sam)
    page = " ".join(shown(client, "rows", rung="captured")[1].split())
    assert "Captured: 5" in page
    assert page.count("<tr data-row>") == Lead.objects.visible_to(sam).count() == 2
    assert "3 of them are not shown" in page


def test_rows_of_deals_without_a_lead(client, sam, ben, year):
    client.force_login(sam)
    assert "Old friend" in shown(client, "rows", rung="deal", part="alone")[1]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"rung": "nowhere"},
        {"rung": "won", "part": "half"},
        {"rung": "mql", "part": "alone"},
        {"rung": "won", "part": "inside", "mode": "flow"},
        {"rung": "won", "window": "x"},
    ],
)
def test_rows_of_no_number_do_not_exist(client, ana, asked):
    client.force_login(ana)
    assert shown(client, "rows", **asked)[0].status_code == 404


@pytest.mark.parametrize(
    "asked", [{"window": "-1"}, {"to": "2026-04-01"}, {"from": "x"}, {"channel": "x"}]
)
def test_what_cannot_be_asked_is_said(client, ana, year, asked):
    client.force_login(ana)
    answer, page = shown(client, **asked)
    assert answer.status_code == 422
    assert "field__error" in page


def test_no_rate_without_anybody(client, ana, mara):
    a_lead(mara, at=may(1))
    client.force_login(ana)
    page = shown(client, **{"from": "2026-04-01", "to": "2026-04-30"})[1]
    assert "Nobody was captured in these days." in page
    assert "0\u202f%" not in page


def test_before_the_first_lead(client, ana):
    client.force_login(ana)
    page = shown(client)[1]
    assert "Nobody has been captured yet." in page
    assert '<svg class="picture' not in page


def test_events_show_no_rates(client, ana, year):
    client.force_login(ana)
    page = shown(client, mode="flow")[1]
    assert "They need not be the same people" in page
    assert "Of the rung before" not in page


def test_the_same_figures_as_a_file(client, ana, year):
    client.force_login(ana)
    answer, text = shown(client, "export", by="channel")
    assert answer["Content-Type"].startswith("text/csv")
    assert "funnel-2026-05-01-2026-05-31-cohort.csv" in answer["Content-Disposition"]
    assert "\nall,captured,5," in text


def test_the_page_asks_few_questions(client, ana, year, django_assert_max_num_queries):
    client.force_login(ana)
    with django_assert_max_num_queries(25):
        shown(client, by="owner")
    with django_assert_max_num_queries(25):
        shown(client, "rows", rung="captured")


def test_days_out_of_all_time_are_refused_at_their_field(client, ana):
    client.force_login(ana)
    for page in ("funnel", "export"):
        answer, _page = shown(client, page, **{"from": "0001-01-01", "to": "9999-12-31"})
        assert answer.status_code == 422
        assert set(answer.context["form"].errors) == {"from", "to"}
