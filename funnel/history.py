"""Who changed which field of a record, when, from what to what; it outlives the record."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pghistory

LEDGERED = ("stage", "stage_since")  # the ledger already remembers these


@dataclass(frozen=True)
class Change:
    at: datetime
    by_id: int | None  # None: a command or a worker
    field: str
    was: object
    became: object


def remembered():
    """Class decorator: PostgreSQL keeps the row as it was before every edit, and at its end."""

    def remember(model):
        ledgered = [f.name for f in model._meta.fields if f.name in LEDGERED]
        return pghistory.track(
            pghistory.UpdateEvent(row=pghistory.Old),
            pghistory.DeleteEvent(),
            exclude=ledgered or None,
        )(model)

    return remember


def changes(record):
    """The edits of a remembered record, newest first, one Change per field."""
    events = list(
        record.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
        .select_related("pgh_context")
        .order_by("pgh_id")
    )
    edits = [
        Change(was.pgh_created_at, _author(was), field, getattr(was, field), getattr(is_, field))
        for was, is_ in pairwise([*events, record])
        for field in _fields(record)
        if getattr(was, field) != getattr(is_, field)
    ]
    return edits[::-1]


def _fields(record):
    kept = {field.attname for field in record.pgh_event_model._meta.fields}
    return [field.attname for field in record._meta.fields if field.attname in kept]


def _author(event):
    return event.pgh_context.metadata.get("user") if event.pgh_context else None
