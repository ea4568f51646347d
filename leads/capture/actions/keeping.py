"""What came in is kept as it came, before anything is decided about it."""

import json
import uuid
from dataclasses import dataclass

from django.db import connection
from django.utils.timezone import now

from funnel.plain import plain, storable
from leads.capture.models import Outcome, Submission
from leads.forms.models import Form

LONGEST = {"name": 200, "email": 254, "phone": 40, "company": 200, "words": 4000, "heard_from": 200}
UNTOLD = {
    "version": None,
    "language": "",
    "test": False,
    "seconds_on_page": None,
    "visitor": "",
    "suspicion": "",
    "arrival": {},
    "earlier": None,
}


@dataclass(frozen=True)
class Kept:
    """`form` as it stood in that moment; `number` of the submission, None where the form is
    closed; `new`: not sent before."""

    form: Form
    number: int | None
    new: bool = False


def keep(form, *, submission_id, payload, **told):
    """Keep what came of `form`, open or not, as `keep_sent` does. Returns (submission, new)."""
    told = {"version": form.published or None, "submission_id": submission_id} | told
    kept = keep_sent(form.token, payload=payload, even_closed=True, **told)
    return Submission.objects.get(pk=kept.number), kept.new


def keep_sent(token, *, submission_id, payload, even_closed=False, at=None, **told):
    """Keep in one statement what a stranger sent to the form at this `token`, before anything is
    decided. Returns Kept, or None where there is no such form.

    `told`: version, language, test, seconds_on_page, visitor, suspicion, arrival. Sending the same
    again keeps nothing twice. Other words under the same `submission_id` (they went back and
    changed them) are kept beside the first.
    """
    payload = cleaned(payload)
    row = UNTOLD | told | {"at": at or now(), "submission_id": submission_id}
    row |= {"payload": json.dumps(payload), "arrival": json.dumps(row["arrival"])}
    row |= {"token": token, "even_closed": even_closed}
    form, number = _written(row)
    if form is None or number or not (form.takes or even_closed):
        return form and Kept(form, number, new=True)
    first = form.submissions.get(submission_id=submission_id)
    if first.payload == payload:
        return Kept(form, first.pk)
    return _beside(first, form, row, json.dumps(payload, sort_keys=True))


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


def _beside(first, form, row, words):
    other = uuid.uuid5(first.submission_id, words)
    _form, number = _written(row | {"submission_id": other, "earlier": first.pk})
    if number:
        return Kept(form, number, new=True)
    return Kept(form, form.submissions.values_list("pk", flat=True).get(submission_id=other))


def _written(row):
    """(form, number of the new row or None); no form where none has this token."""
    with connection.cursor() as cursor:
        cursor.execute(KEEP, row)
        found = cursor.fetchone()
    if found is None:
        return None, None
    told = dict(zip(OF_FORM, found, strict=False))
    told["frame_hosts"] = json.loads(told["frame_hosts"])
    return Form.from_db(connection.alias, [*told], [*told.values()]), found[-1]


OF_FORM = [field.attname for field in Form._meta.concrete_fields]
KEEP = f"""
    WITH asked AS (
        SELECT {", ".join(OF_FORM)} FROM leads_form WHERE token = %(token)s
    ), kept AS (
        INSERT INTO leads_submission (form_id, submission_id, version, language, test, received_at,
            payload, unread, earlier_id, seconds_on_page, visitor, arrival, suspicion, outcome,
            detail, sample)
        SELECT id, %(submission_id)s, %(version)s, %(language)s, %(test)s, %(at)s, %(payload)s, '',
               %(earlier)s, %(seconds_on_page)s, %(visitor)s, %(arrival)s, %(suspicion)s,
               '{Outcome.RECEIVED}', '', sample
        FROM asked WHERE %(even_closed)s OR (open AND published > 0 AND archived_at IS NULL)
        ON CONFLICT (form_id, submission_id) DO NOTHING RETURNING id
    )
    SELECT asked.*, kept.id FROM asked LEFT JOIN kept ON true"""
