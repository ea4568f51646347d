"""What a redirect notes of whoever followed it, and where that waits for the worker."""

import json
import logging
import secrets
import time

from django.db import DatabaseError

from funnel import stream
from funnel.hurry import hurried
from funnel.plain import plain
from funnel.valkey import AWAY
from leads.links.arrivals import host_of
from leads.links.models import WaitingClick
from leads.links.shelf import Entry
from leads.touches.visitor import visitor_key

STREAM = "clicks"
SOFT = 120  # came from one network in a minute: more than this is a crowd
AHEAD = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")

logger = logging.getLogger(__name__)


def hint_of(request, *, by=None):
    """A click as plain values; no address is in it. `by`: whoever of ours only tries the link."""
    said = request.META.get  # half of the time that its `headers` take
    return {
        "id": secrets.token_urlsafe(12),
        "at": time.time(),
        "method": request.method,
        "agent": plain(said("HTTP_USER_AGENT", ""))[:300],
        "language": bool(said("HTTP_ACCEPT_LANGUAGE")),
        "ahead": plain(" ".join(said(name, "") for name in AHEAD))[:60],
        "referrer": host_of(said("HTTP_REFERER", "")),
        "visitor": visitor_key(request),
        "by": by.pk if by else None,
    }


def packed(hint):
    return json.dumps(hint)


def unpacked(fields):
    """A hint as it waited, with what the door knew: its link, whether it led on, the crowd."""
    entry = Entry.read(fields["entry"])
    known = {"link": entry.link, "arrived": entry.is_live, "crowd": int(fields["came"]) > SOFT}
    return json.loads(fields["hint"]) | known


def keep(hint, entry, came=0):
    """On the stream; without it in the database; without both in the log, as a line to read in."""
    fields = {"hint": packed(hint), "entry": entry.text, "came": came}
    try:
        return stream.put(STREAM, fields)
    except AWAY as trouble:
        logger.warning("a click goes to the database, the stream is away: %s", trouble)
    try:
        with hurried():
            WaitingClick.objects.create(fields=fields)
    except DatabaseError:
        logger.exception("a click could not be kept: %s", json.dumps(fields))
