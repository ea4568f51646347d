"""What came in is kept as it came, before anything is decided about it."""

import json
import uuid

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from funnel.plain import plain, storable
from leads.capture.models import Submission

LONGEST = {"name": 200, "email": 254, "phone": 40, "company": 200, "words": 4000, "heard_from": 200}


def keep(form, *, submission_id, payload, at=None, **told):
    """Keep what a stranger sent before anything is decided. Returns (submission, new).

    `told`: version, language, test, seconds_on_page, visitor, suspicion, arrival. Sending the same
    again keeps nothing twice. Other words under the same `submission_id` (they went back and
    changed them) are kept beside the first.
    """
    payload = cleaned(payload)
    sent = {
        "payload": payload,
        "received_at": at or now(),
        "version": form.published or None,
        "sample": form.sample,
        **told,
    }
    first, new = _once(sent | {"form": form, "submission_id": submission_id})
    if new or first.payload == payload:
        return first, new
    return Submission.objects.get_or_create(
        form=form,
        submission_id=uuid.uuid5(first.submission_id, json.dumps(payload, sort_keys=True)),
        defaults=sent | {"earlier": first},
    )


def cleaned(payload):
    """Text as it came, capped, without what PostgreSQL cannot hold; names, and what stands on one
    line, are without all characters that nobody sees."""
    named = {plain(key): str(value) for key, value in payload.items()}
    return {key: _said(key, value)[: _longest(key)] for key, value in named.items()}


def _said(key, value):
    return storable(value).strip() if _is_long(key) else plain(value)


def _longest(key):
    return LONGEST["words"] if _is_long(key) else LONGEST.get(key, 500)


def _is_long(key):
    """Of several lines: what it is about, and a form's other long texts."""
    return key == "words" or key.startswith("long")


def _once(sent):
    """(submission, new). Written first and looked for afterwards: nearly all are new."""
    try:
        with transaction.atomic():
            return Submission.objects.create(**sent), True
    except IntegrityError:
        known = Submission.objects.get(form=sent["form"], submission_id=sent["submission_id"])
        return known, False
