import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from funnel.celery import app

ROOT = Path(__file__).resolve().parents[2]
WORKER = "-m celery --app funnel worker --pool solo --without-gossip --without-mingle --queues"


@pytest.fixture
def as_client(open_page, live_server):
    """Opens a page of a browser of its own that is signed in as a Client is, or not at all."""

    def opened(client, **options):
        page = open_page(**options)
        for cookie in client.cookies.values():
            known = {"name": cookie.key, "value": cookie.value, "url": live_server.url}
            page.context.add_cookies([known])
        return page

    return opened


@pytest.fixture
def office(as_client):
    """Opens a page of a browser of its own in which `user` is signed in."""

    def opened(user, **options):
        client = Client()
        client.force_login(user)
        return as_client(client, **options)

    return opened


@pytest.fixture
def worker(live_server, monkeypatch):
    """A Celery worker like the one of an installation, on this test's database and queue."""
    monkeypatch.setenv("CELERY_BROKER_URL", settings.CELERY_BROKER_URL)
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    own = {
        "DATABASE_URL": _beside(settings.DATABASE_URL, connection.settings_dict["NAME"]),
        "REDIS_URL": settings.REDIS_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "FUNNEL_LOCAL": "on",
    }
    queue = app.conf.task_default_queue
    arguments = [sys.executable, *WORKER.split(), queue]
    running = subprocess.Popen(arguments, env={**os.environ, **own}, cwd=ROOT)
    yield running
    running.terminate()
    running.wait(timeout=20)
    with app.connection_for_write() as link:
        link.default_channel.queue_delete(queue)


def _beside(url, name):
    """The address of another database on the same server."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rpartition('/')[0]}/{name}"))
