"""Clicks move from where they wait into the ledger, in batches, each once."""

import logging
import time
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from funnel import stream
from leads.links.agents import parts
from leads.links.hints import STREAM, unpacked
from leads.links.kinds import AT_ONCE, at_once, judged
from leads.links.models import Click, Link, WaitingClick

BATCH = 1000
SETTLED = AT_ONCE + 1  # seconds after which all that a mail filter follows is here

logger = logging.getLogger(__name__)


def move_batch():
    """Write one batch of those that have settled; returns how many were there.

    A batch that is read twice is written once: the number of a click is unique. A worker that dies
    in between leaves it where it waits.
    """
    waiting = _waiting()
    settled = {key: hint for key, hint in waiting.items() if hint["at"] < time.time() - SETTLED}
    with transaction.atomic():
        _write(list(settled.values()), list(waiting.values()))
        WaitingClick.objects.filter(
            pk__in=[key for key in settled if isinstance(key, int)]
        ).delete()
    stream.done(STREAM, [key for key in settled if isinstance(key, str)])
    return len(settled)


def _waiting():
    """{where it waits: hint}: the key of a row, or its place on the stream."""
    rows = WaitingClick.objects.order_by("pk").values_list("pk", "fields")[:BATCH]
    found = dict(rows) | stream.waiting(STREAM, BATCH)
    return {place: unpacked(fields) for place, fields in found.items()}


def _write(hints, around):
    if not hints:
        return
    links = dict(
        Link.objects.filter(pk__in={each["link"] for each in hints}).values_list("pk", "sample")
    )
    filtered = at_once([*_earlier(hints), *(_seen(each) for each in around)])
    Click.objects.bulk_create(
        [_click(each, links, filtered) for each in hints if each["link"] in links],
        ignore_conflicts=True,
    )
    if gone := sum(each["link"] not in links for each in hints):
        logger.warning("%d clicks were on links that are gone", gone)


def _earlier(hints):
    """Those of the same visitors that are in the ledger already and may belong to one burst."""
    times = [each["at"] for each in hints]
    rows = Click.objects.filter(
        visitor__in={each["visitor"] for each in hints},
        at__gte=_instant(min(times)) - timedelta(seconds=AT_ONCE),
        at__lte=_instant(max(times)) + timedelta(seconds=AT_ONCE),
    )
    for row in rows:
        yield row.visitor, row.at.timestamp(), row.link_id, row.click_id


def _seen(hint):
    return hint["visitor"], hint["at"], hint["link"], hint["id"]


def _click(hint, links, filtered):
    kind, why = judged(hint, filtered)
    return Click(
        click_id=hint["id"],
        link_id=hint["link"],
        at=_instant(hint["at"]),
        recorded_at=now(),
        by_id=hint["by"],
        kind=kind,
        why=why,
        visitor=hint["visitor"],
        agent=hint["agent"],
        referrer=hint["referrer"],
        arrived=hint["arrived"],
        test=hint["by"] is not None,
        sample=links[hint["link"]],
        **parts(hint["agent"]),
    )


def _instant(seconds):
    return datetime.fromtimestamp(seconds, UTC)
