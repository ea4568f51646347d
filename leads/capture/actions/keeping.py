"""What came in is kept as it came, before anything is decided about it."""

import json
import uuid

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.capture.models import Submission
from leads.links.arrivals import arrival_from

LONGEST = {"name": 200, "email": 254, "phone": 40, "company": 200, "words": 4000}


def keep(form, *, submission_id, payload, at=None, **told):
    """Keep what a stranger sent before anything is decided. Returns (submission, new).

    `told`: seconds_on_page, visitor, suspicion, arrival. Sending the same again keeps nothing
    twice. Other words under the same `submission_id` (they went back and changed them) are kept
    beside the first.
    """
    payload = cleaned(payload)
    sent = {
        "payload": payload,
        "received_at": at or now(),
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


def keep_capture(source, *, payload, key="", unread="", at=None):
    """Keep what a program sent before anything is decided. Returns (submission, new).

    The same `key` and the same fields again keep nothing twice; without a key each is another.
    Refusal where the key came before with other fields. What could not be read at all is kept as
    `unread` text, of which PostgreSQL takes all but U+0000.
    """
    payload = cleaned(payload)
    named = uuid.uuid5(uuid.NAMESPACE_OID, f"{source.pk} {key}") if key else uuid.uuid4()
    sent = {
        "source": source,
        "submission_id": named,
        "payload": payload,
        "arrival": _came(payload),
        "unread": unread.replace("\x00", ""),
        "received_at": at or now(),
        "sample": source.sample,
    }
    kept, new = _once(sent) if key else (Submission.objects.create(**sent), True)
    if kept.payload != payload:
        raise Refusal(_("This Idempotency-Key was sent before with other fields."))
    return kept, new


def _came(payload):
    """What the fields say of how they came; a program passes on what its own page was told."""
    page, before = payload.get("page", ""), payload.get("referrer", "")
    return arrival_from(payload, landing=page, referrer=before).said


def cleaned(payload):
    """Text as it came, capped, without U+0000, which PostgreSQL cannot hold; what stands on one
    line is without all characters that nobody sees."""
    return {key: _said(key, str(value))[: LONGEST.get(key, 500)] for key, value in payload.items()}


def _said(key, value):
    return value.replace("\x00", "").strip() if key == "words" else plain(value)


def _once(sent):
    """(submission, new). Written first and looked for afterwards: nearly all are new."""
    try:
        with transaction.atomic():
            return Submission.objects.create(**sent), True
    except IntegrityError:
        way_in = {name: sent[name] for name in ("form", "source") if name in sent}
        return Submission.objects.get(**way_in, submission_id=sent["submission_id"]), False
