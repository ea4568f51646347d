"""What a redirect notes of whoever followed it, and where that waits for the worker."""

import json
import logging
import secrets
import time

from django.db import DatabaseError

from funnel import stream
from funnel.hurry import hurried
from funnel.plain import plain
from leads.links.arrivals import host_of
from leads.links.models import WaitingClick
from leads.touches.visitor import visitor_key

STREAM = "clicks"
AHEAD = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")

logger = logging.getLogger(__name__)


def hint_of(request, entry, *, crowd=False, by=None):
    """A click as plain values; no address is in it. `by`: whoever of ours only tries the link."""
    headers = request.headers
    return {
        "id": secrets.token_urlsafe(12),
        "link": entry.link,
        "at": time.time(),
        "method": request.method,
        "agent": plain(headers.get("User-Agent", ""))[:300],
        "language": bool(headers.get("Accept-Language")),
        "ahead": plain(" ".join(headers.get(name, "") for name in AHEAD))[:60],
        "referrer": host_of(headers.get("Referer", "")),
        "visitor": visitor_key(request),
        "crowd": crowd,
        "arrived": entry.is_live,
        "by": by.pk if by else None,
    }


def keep(hint):
    """On the stream; without it in the database; without both in the log, as a line to read in."""
    try:
        return stream.put(STREAM, hint)
    except stream.AWAY as trouble:
        logger.warning("a click goes to the database, the stream is away: %s", trouble)
    try:
        with hurried():
            WaitingClick.objects.create(hint=hint)
    except DatabaseError:
        logger.exception("a click could not be kept: %s", json.dumps(hint))
