"""Every page there is, as a browser shows it: the routes of the matrix, with its records."""

import json

import pytest
from django.urls import reverse

from tests.browser.looking import faults, views
from tests.matrix.table import TABLES, rows
from tests.matrix.world import PRINCIPALS, clients, world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKING = ("anonymous", "mara", "sam", "greta", "adam", *PRINCIPALS)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_page_is_readable_in_both_themes_and_fits(as_client, path):
    visitors, wrong = {}, {}
    signed_in, things = clients(), world()
    for who, address in _pages(path, things):
        if who not in visitors:
            visitors[who] = as_client(signed_in[who], reduced_motion="reduce")
        wrong |= _walk(visitors[who], address)
    assert not wrong, json.dumps(wrong, indent=1)


def _walk(page, address):
    """What is wrong with a page and with its other views."""
    wrong = faults(page, address)
    for view in views(page):
        if view != page.url:
            wrong |= faults(page, view)
    return wrong


def _pages(path, things):
    """(who, address) of every page of one table: each as the first who may open it."""
    for row in rows(path):
        who = next((name for name in LOOKING if row.expected[name] == "200"), None)
        if row.method == "GET" and who:
            arguments, query = things[row.about]
            yield who, reverse(row.route, args=arguments) + query
