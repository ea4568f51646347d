"""Every page there is, as a browser shows it: the routes of the matrix, with its records."""

import json

import pytest
from django.urls import reverse

from tests.browser.looking import DESK, faults, views
from tests.matrix.table import TABLES, rows
from tests.matrix.world import PRINCIPALS, clients, world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PARTS = 3  # so that two processes share a long table
LOOKING = ("anonymous", "mara", "sam", "greta", "adam", *PRINCIPALS)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_page_is_readable_in_both_themes_and_fits(as_client, path, part):
    looked_at = list(_looked_at(path))[part::PARTS]
    visitors, wrong = {}, {}
    signed_in, things = clients(), world()
    for who, row, first in looked_at:
        arguments, query = things[row.about]
        address = reverse(row.route, args=arguments) + query
        if who not in visitors:
            visitors[who] = as_client(signed_in[who], reduced_motion="reduce")
        wrong |= faults(visitors[who], address)
        wrong |= _other_views(visitors[who]) if first else {}
    assert not wrong, json.dumps(wrong, indent=1)


def test_a_refusal_is_a_page_that_can_be_read_too(office, zoe):
    page = office(zoe)
    wrong = faults(page, reverse("leads:leads"), status=403)
    wrong |= faults(page, "/nowhere/", status=404)
    assert not wrong, json.dumps(wrong, indent=1)


def _other_views(page):
    """What is wrong with the views that the pills and tabs of the page lead to."""
    wrong = {}
    for view in views(page):
        wrong |= faults(page, view, read_at=[DESK])
    return wrong


def _looked_at(path):
    """(who, row, whether its route is new) of every page: as the first who may open it."""
    seen = set()
    for row in rows(path):
        who = next((name for name in LOOKING if row.expected[name] == "200"), None)
        if row.method == "GET" and who:
            yield who, row, row.route not in seen
            seen.add(row.route)
