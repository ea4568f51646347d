"""What a program sends is kept in one statement: its key is looked up, its limit heeded, and the
same capture again kept once."""

import json
import uuid
from dataclasses import dataclass

from django.db import connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.plain import storable
from funnel.refusal import Refusal
from leads.capture.actions.keeping import cleaned
from leads.capture.models import Outcome, Submission
from leads.links.arrivals import arrival_from


class Unknown(Exception):
    """No open source has this key."""


class TooMany(Exception):
    """The source has sent as much as it may in this minute."""


@dataclass(frozen=True)
class Kept:
    """`new`: not sent before. `outcome` and `why` are what has become of it so far."""

    submission_id: uuid.UUID
    new: bool
    outcome: str = Outcome.RECEIVED
    why: str = ""


def keep_capture(digest, *, payload, key="", unread="", suspicion="", came=0, at=None):
    """Keep what the source with this `digest` of its key sent, before anything is decided.

    The same Idempotency-Key (`key`) and fields again keep nothing twice; without one each is
    another. `came`: how many it sent in this minute. What could not be read as fields is `unread`
    text; `suspicion` is what was noticed about it. Raises Unknown or TooMany; Refusal where `key`
    came before with other fields.
    """
    payload = cleaned(payload)
    values = {
        "digest": digest,
        "key": storable(key),
        "id": uuid.uuid4(),
        "payload": json.dumps(payload),
        "arrival": json.dumps(_came(payload)),
        "unread": storable(unread),
        "suspicion": suspicion,
        "came": came,
        "at": at or now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(KEEP, values)
        found = cursor.fetchone()
    if found is None:
        raise Unknown
    source, per_minute, named, kept = found
    if kept:
        return Kept(named, new=True)
    if came > per_minute:
        raise TooMany
    return _again(source, named, payload)


def _again(source, named, payload):
    row = Submission.objects.get(source=source, submission_id=named)
    if row.payload != payload:
        raise Refusal(_("This Idempotency-Key was sent before with other fields."))
    return Kept(named, new=False, outcome=row.outcome, why=str(row.why))


def _came(payload):
    """What the fields say of how they came; a program passes on what its own page was told."""
    page, before = payload.get("page", ""), payload.get("referrer", "")
    return arrival_from(payload, landing=page, referrer=before).said


KEEP = f"""
    WITH who AS (
        SELECT id, per_minute, sample,
               CASE WHEN %(key)s = '' THEN %(id)s ELSE md5(id || ' ' || %(key)s)::uuid END AS named
        FROM leads_source WHERE key_digest = %(digest)s AND closed_at IS NULL
    ), kept AS (
        INSERT INTO leads_submission (source_id, submission_id, received_at, payload, unread,
            arrival, sample, outcome, visitor, suspicion, detail)
        SELECT id, named, %(at)s, %(payload)s, %(unread)s, %(arrival)s, sample,
               '{Outcome.RECEIVED}', '', %(suspicion)s, '' FROM who WHERE per_minute >= %(came)s
        ON CONFLICT (source_id, submission_id) DO NOTHING RETURNING id
    )
    SELECT who.id, who.per_minute, who.named, kept.id IS NOT NULL
    FROM who LEFT JOIN kept ON true"""
