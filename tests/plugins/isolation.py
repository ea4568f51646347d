"""Every run of the tests is alone, though a demo and other runs share its servers."""

import itertools
import tempfile
import uuid

import pytest

RUN = uuid.uuid4().hex[:8]
COLLECTED = tempfile.TemporaryDirectory(prefix="funnel-static-")  # goes with this process
test_number = itertools.count()
current_test = next(test_number)


def cache_key(key, prefix, version):
    return f"test:{RUN}:{current_test}:{version}:{key}"


def pytest_configure():
    """Nothing a test does may reach the demo: its queue, its cache, its collected files."""
    from django.conf import settings

    from funnel.celery import app

    app.conf.broker_url = "memory://"
    app.conf.task_default_queue = f"test-{RUN}"
    settings.CACHES["default"]["KEY_FUNCTION"] = "tests.plugins.isolation.cache_key"
    settings.STATIC_ROOT = COLLECTED.name
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


@pytest.fixture(autouse=True)
def an_empty_cache():
    from funnel import valkey

    global current_test
    current_test = next(test_number)
    valkey.PREFIX = f"test:{RUN}:{current_test}"


def pytest_unconfigure():
    """Take our keys out of a cache that others use too, and our files away."""
    from django.core.cache import cache

    from funnel import valkey

    COLLECTED.cleanup()
    for client in (cache._cache.get_client(), valkey.server()):
        for key in client.scan_iter(match=f"test:{RUN}:*", count=1000):
            client.delete(key)
