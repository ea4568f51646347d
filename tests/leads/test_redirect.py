"""A short link, as strangers follow it."""

import pytest
from redis.exceptions import ConnectionError

from funnel.valkey import server
from leads.links import door, hints, shelf
from leads.links.actions.links import archive, change, pause, resume
from leads.models import WaitingClick
from tests.links import BROWSER, a_link, clicked, follow, moved, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(mara, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return a_link(mara, content="red")


def test_it_leads_to_its_target_and_tells_where_they_came_from(client, link):
    answer = follow(client, link)
    number = waiting()[0]["id"]
    utm = f"utm_source=google&utm_medium=cpc&utm_campaign={link.campaign.code}"
    end = f"&{utm}&utm_content=red&click={number}#plans"
    assert answer.status_code == 302
    assert answer.url == f"https://example.com/prices?a=1{end}"


def test_nobody_keeps_the_answer_and_it_sets_no_cookie(client, link):
    answer = follow(client, link)
    kept = answer["Cache-Control"], answer["Referrer-Policy"], answer["X-Robots-Tag"]
    assert kept == ("no-store", "no-referrer", "noindex")
    assert not answer.cookies


def test_nothing_of_the_strangers_own_query_goes_along(client, link):
    asked = f"/l/{link.code}?to=https://evil.example&utm_source=evil&next=//evil.example"
    assert "evil" not in client.get(asked, headers=BROWSER).url


def test_a_code_is_read_in_capitals_and_with_a_dash_behind(client, link):
    answers = [client.get(f"/l/{code}") for code in (link.code.upper(), f"{link.code}/")]
    assert [answer.status_code for answer in answers] == [302, 302]


def test_a_target_in_other_letters_is_told_in_those_that_headers_may_have(client, mara):
    link = a_link(mara, tagged=False, target="https://example.com/größe?q=ä#ü")
    assert follow(client, link).url == "https://example.com/gr%C3%B6%C3%9Fe?q=%C3%A4#%C3%BC"


def test_a_target_that_wants_nothing_added_gets_nothing(client, mara):
    target = "https://example.com/signed?key=abc"
    assert follow(client, a_link(mara, tagged=False, target=target)).url == target


@pytest.mark.parametrize("code", ["nothere", "..", "%00", "x" * 300, "a--b", "ünïcode"])
def test_an_unknown_code_is_a_plain_page(client, db, code):
    answer = client.get(f"/l/{code}")
    assert answer.status_code == 404 and "There is nothing here." in answer.text
    assert waiting() == []


def test_nothing_is_taken_from_strangers_but_a_question(client, link):
    assert client.post(f"/l/{link.code}").status_code == 405
    assert client.head(f"/l/{link.code}").status_code == 302


def test_paused_it_says_so_and_keeps_the_click(client, link, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pause(link)
    answer = follow(client, link)
    assert (answer.status_code, "paused" in answer.text) == (410, True)
    assert [click.arrived for click in moved()] == [False]
    with django_capture_on_commit_callbacks(execute=True):
        resume(link)
    assert follow(client, link).status_code == 302


def test_a_new_target_counts_at_once(client, link, django_capture_on_commit_callbacks):
    follow(client, link)
    with django_capture_on_commit_callbacks(execute=True):
        change(link, target="https://example.org/new")
        archive(link)
    assert follow(client, link).status_code == 410


def test_the_second_redirect_asks_no_database(client, link, django_assert_num_queries):
    with django_assert_num_queries(0):
        follow(client, link)


def test_a_link_that_the_shelf_lost_is_asked_for_and_kept(client, link):
    shelf.forget([link.code])
    assert follow(client, link).status_code == 302
    assert server().get(shelf.key_of(link.code)) == shelf.entry_of(link).text


def test_a_worker_puts_every_link_back(link, mara):
    shelf.forget([link.code])
    assert shelf.put_all() == 1 and server().exists(shelf.key_of(link.code))


def test_a_network_that_floods_waits_and_before_that_counts_as_a_crowd(client, link, monkeypatch):
    monkeypatch.setattr(hints, "SOFT", 1)
    monkeypatch.setattr(door, "HARD", 2)
    answers = [follow(client, link) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert answers[2]["Retry-After"] == "60"
    assert [hint["crowd"] for hint in waiting()] == [False, True]


def away(*args, **options):
    raise ConnectionError("nobody answers")


def test_without_valkey_it_leads_on_and_the_click_waits_in_the_database(client, link, monkeypatch):
    with monkeypatch.context() as gone:
        for place in ("funnel.stream", "leads.links.door", "leads.links.shelf"):
            gone.setattr(f"{place}.server", away)
        assert follow(client, link).status_code == 302
    assert WaitingClick.objects.count() == 1
    assert [click.link for click in moved()] == [link]
    assert not WaitingClick.objects.exists()


def test_a_batch_that_is_read_twice_is_written_once(link, monkeypatch):
    clicked(link)
    with monkeypatch.context() as killed:
        killed.setattr("funnel.stream.done", lambda *_: None)
        assert len(moved()) == 1
    assert len(waiting()) == 1
    assert len(moved()) == 1 and waiting() == []
