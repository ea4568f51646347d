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
def locked(tables="leads_link, leads_click, leads_waitingclick"):
    """Another connection holds these tables until the block ends."""
    held, let_go = Event(), Event()
    thread = Thread(target=_hold, args=(tables, held, let_go))
    thread.start()
    assert held.wait(10)
    try:
        yield
    finally:
        let_go.set()
        thread.join(10)


def _hold(tables, held, let_go):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables}")
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


def test_a_link_that_is_not_on_the_shelf_says_soon_that_it_has_to_wait(link):
    shelf.forget([link.code])
    with locked():
        answer, seconds = asked(link)
    assert (answer.status_code, answer["Retry-After"], seconds < BOUND) == (503, "10", True)
    assert follow(Client(), link).status_code == 302


@contextmanager
def without_valkey():
    with pytest.MonkeyPatch.context() as gone:
        for place in ("funnel.stream", "leads.links.door", "leads.links.shelf"):
            gone.setattr(f"{place}.server", away)
        yield


def test_stuck_and_without_valkey_it_says_soon_that_it_has_to_wait(link):
    with locked(), without_valkey():
        answer, seconds = asked(link)
    assert (answer.status_code, seconds < 2 * BOUND) == (503, True)


def test_a_click_that_nothing_can_keep_is_in_the_log_and_they_are_led_on(link, caplog):
    with locked("leads_waitingclick"), without_valkey():
        answer, seconds = asked(link)
    assert (answer.status_code, seconds < BOUND) == (302, True)
    assert "a click could not be kept" in caplog.text and f"[{link.pk}, true" in caplog.text
