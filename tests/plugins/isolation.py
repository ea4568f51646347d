"""Every run of the tests is alone, though a demo and other runs share its servers."""

import hashlib
import itertools
import os
import uuid
from pathlib import Path

import pytest

from funnel.local import locks

CHECKOUT = Path(__file__).resolve().parents[2]
RUN = uuid.uuid4().hex[:8]
test_number = itertools.count()
current_test = next(test_number)


def cache_key(key, prefix, version):
    return f"test:{RUN}:{current_test}:{version}:{key}"


def free_slot():
    """The first number whose lock no other running process has; ours until this one ends."""
    folder = CHECKOUT / ".local" / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return next(
        number
        for number in itertools.count()
        if locks.take(folder / f"tests.{number}", wait=False) is not None
    )


def pytest_configure():
    """Nothing a test does may reach the demo: its queue, its cache, its collected files."""
    from django.conf import settings

    from funnel.celery import app

    app.conf.broker_url = "memory://"
    settings.CACHES["default"]["KEY_FUNCTION"] = "tests.plugins.isolation.cache_key"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """A database for each process that runs tests, named so that no two ever share one."""
    from django.conf import settings

    checkout = hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:6]
    for database in settings.DATABASES.values():
        database.setdefault("TEST", {})["NAME"] = f"test_funnel_{checkout}_{free_slot()}"


@pytest.fixture(autouse=True)
def an_empty_cache():
    global current_test
    current_test = next(test_number)


def pytest_unconfigure():
    """Take our keys out of a cache that others use too."""
    from django.core.cache import cache

    client = cache._cache.get_client()
    for key in client.scan_iter(match=f"test:{RUN}:*", count=1000):
        client.delete(key)
