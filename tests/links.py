"""Builders of links and of those who follow them."""

import time
from itertools import count

from funnel import stream
from leads.links import moving
from leads.links.actions.links import make
from leads.links.hints import STREAM, keep, unpacked
from leads.links.shelf import Entry
from leads.links.tasks import move_clicks
from leads.models import Click
from tests.story import a_campaign

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BROWSER = {"user-agent": FIREFOX, "accept-language": "de"}
_numbers = count(1)
TARGET = "https://example.com/prices?a=1#plans"


def a_link(owner, *, campaign=None, source="google", medium="cpc", target=TARGET, **more):
    campaign = campaign or a_campaign(owner)
    return make(by=owner, campaign=campaign, target=target, source=source, medium=medium, **more)


def follow(client, link, **headers):
    return client.get(f"/l/{link.code}", headers=BROWSER | headers)


def moved():
    """What waits is in the ledger, whether or not it has settled: the clicks, the oldest first."""
    settled, moving.SETTLED = moving.SETTLED, -1
    try:
        move_clicks()
    finally:
        moving.SETTLED = settled
    return list(Click.objects.order_by("at", "id"))


def clicked(link, *, visitor="v1", at=None, came=1, arrived=True, **more):
    """Put a click of a person on the stream, as a redirect would. Its number."""
    hint = {
        "id": f"c{next(_numbers)}",
        "at": at or time.time() - 60,
        "method": "GET",
        "agent": FIREFOX,
        "language": True,
        "ahead": "",
        "referrer": "",
        "visitor": visitor,
        "by": None,
    } | more
    keep(hint, Entry(link.pk, arrived), came)
    return hint["id"]


def waiting():
    return [unpacked(each) for each in stream.waiting(STREAM, 100).values()]
