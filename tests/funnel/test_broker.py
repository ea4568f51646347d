import time

import pytest
from kombu import Connection
from kombu.exceptions import OperationalError

from funnel.broker import broker_url, next_database, transport_options


@pytest.mark.parametrize(
    ("url", "after"),
    [
        ("redis://127.0.0.1:6379", "redis://127.0.0.1:6379/1"),
        ("rediss://:word@host:6379/4", "rediss://:word@host:6379/5"),
        ("unix:///run/a.sock?db=2", "unix:///run/a.sock?db=3"),
    ],
)
def test_the_cache_has_the_database_after_the_queue(url, after):
    assert next_database(url) == after


def test_celery_is_told_of_a_socket_in_its_own_words():
    assert broker_url("unix:///run/a.sock?db=2") == "redis+socket:///run/a.sock?virtual_host=2"
    assert broker_url("redis://host/3") == "redis://host/3"


def test_only_a_link_that_can_die_silently_is_checked():
    assert "health_check_interval" in transport_options("rediss://host/0")
    assert "health_check_interval" not in transport_options("unix:///run/a.sock?db=0")


def test_a_page_does_not_wait_for_a_broker_that_is_away():
    url, began = "redis://127.0.0.1:1/0", time.monotonic()
    away = Connection(broker_url(url), transport_options=transport_options(url))
    with pytest.raises(OperationalError):
        assert away.default_channel
    assert time.monotonic() - began < 2
