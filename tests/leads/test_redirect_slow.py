"""A short link leads on while the database is stuck; the click arrives afterwards."""

import time
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.test import Client

from leads.links import shelf
from tests.cast import a_user
from tests.leads.test_redirect import away
from tests.links import a_link, follow, moved

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
BOUND = 2.0  # seconds


@pytest.fixture
def link():
    return a_link(a_user("Mara", "marketer"))


@contextmanager
def locked():
    """Another connection holds the tables of links and clicks until the block ends."""
    held, let_go = Event(), Event()
    thread = Thread(target=_hold, args=(held, let_go))
    thread.start()
    assert held.wait(10)
    try:
        yield
    finally:
        let_go.set()
        thread.join(10)


def _hold(held, let_go):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE leads_link, leads_click, leads_waitingclick")
        held.set()
        let_go.wait(30)
    connection.close()


def asked(link):
    began = time.monotonic()
    return follow(Client(), link), time.monotonic() - began


def test_it_leads_on_while_the_tables_are_locked_and_the_click_arrives_afterwards(link):
    with locked():
        answer, seconds = asked(link)
        assert (answer.status_code, seconds < BOUND) == (302, True)
    (click,) = moved()
    assert click.click_id in answer.url and (click.link, click.kind) == (link, "human")


def test_a_link_that_no_cache_knows_says_soon_that_it_has_to_wait(link):
    shelf.forget([link.code])
    with locked():
        answer, seconds = asked(link)
    assert (answer.status_code, answer["Retry-After"], seconds < BOUND) == (503, "10", True)
    assert follow(Client(), link).status_code == 302


def test_stuck_and_without_a_stream_it_leads_on_and_the_log_has_the_click(
    link, caplog, monkeypatch
):
    with locked(), monkeypatch.context() as gone:
        gone.setattr("funnel.stream._server", away)
        answer, seconds = asked(link)
    assert (answer.status_code, seconds < BOUND) == (302, True)
    assert "a click could not be kept" in caplog.text and f'"link": {link.pk}' in caplog.text
