"""One Chromium for the whole run, a fresh profile for each test."""

import os

import pytest

from tests.plugins.absent import chromium_program

PATIENCE = 20_000  # ms; two cores may be busy with other tests


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium, as Playwright knows it."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    # Playwright keeps an event loop in this thread; the ORM would take it for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium_program(), args=arguments)
        yield running
        running.close()


@pytest.fixture
def open_page(chromium, live_server):
    """Opens a page of the tested site: a new visitor each time, 1280 × 800 unless told."""
    visitors = []

    def open_as_new_visitor(**options):
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        visitors.append(chromium.new_context(base_url=live_server.url, **options))
        visitors[-1].set_default_timeout(PATIENCE)
        return visitors[-1].new_page()

    yield open_as_new_visitor
    for visitor in visitors:
        visitor.close()
