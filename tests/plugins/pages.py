"""Tests that ask for pages through Django's client are marked `page`: most of the suite's time."""

import pytest


def pytest_itemcollected(item):
    if "client" in item.fixturenames:
        item.add_marker(pytest.mark.page)
