"""Who changed which field of a record, when, from what to what; it outlives the record."""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pghistory
from django.db import connection
from django.db.models import Max

# What a verb writes beside its step; the ledger already remembers it.
LEDGERED = ("stage", "stage_since", "customer_since")
WHOLE = ""  # the field of a Change that is about the record itself: added or removed


@dataclass(frozen=True)
class Change:
    at: datetime
    by_id: int | None  # None: a command or a worker
    of: int  # the record's key
    field: str
    was: object
    became: object


def remembered(*, births=False, without=()):
    """Class decorator: PostgreSQL keeps the row as it was before every edit, and at its end.

    `births`: also that it was added; `without`: fields whose past nobody may read.
    """

    def remember(model):
        left_out = [f.name for f in model._meta.fields if f.name in (*LEDGERED, *without)]
        trackers = [pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent()]
        if births:
            trackers.append(pghistory.InsertEvent())
        return pghistory.track(*trackers, exclude=left_out or None)(model)

    return remember


@contextmanager
def told(**of_what):
    """What is edited in the block is remembered with `of_what` in its context, and nothing that
    the same transaction edits after it."""
    with pghistory.context(**of_what):
        yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")


def changes(record):
    """The edits of a remembered record, newest first, one Change per field."""
    return changes_of([record])


def changes_of(records):
    """The edits of remembered records of one model, newest first; one query however many."""
    if not records:
        return []
    events = _events(records[0], pgh_obj_id__in=[record.pk for record in records])
    rows = defaultdict(list)
    for event in events.order_by("pgh_id"):
        rows[event.pgh_obj_id].append(event)
    found = [
        change
        for record in records
        for was, became in pairwise([*rows[record.pk], record])
        for change in _between(was, became)
    ]
    return sorted(found, key=lambda change: change.at)[::-1]


def latest(model, limit, *, called=str):
    """The last `limit` entries about all records of `model`, newest first.

    Edits are one Change per field; a record that was added or removed is one of field WHOLE, with
    its name as `called` has it.
    """
    events = list(_events(model).order_by("-pgh_id")[:limit])
    after = model._base_manager.in_bulk({event.pgh_obj_id for event in events})
    found = []
    for event in events:
        found.extend(_told(event, after.get(event.pgh_obj_id), called))
        after[event.pgh_obj_id] = event
    return found


def version(record):
    """A number that grows with every remembered edit of the record."""
    return _events(record, pgh_obj_id=record.pk).aggregate(last=Max("pgh_id"))["last"] or 0


def as_of(record, version):
    """The record as it was at `version`."""
    later = _events(record, pgh_obj_id=record.pk, pgh_id__gt=version).order_by("pgh_id").first()
    return as_it_was(later, type(record)) if later else record


def as_it_was(event, model):
    """The record as `event` remembers it; fields that are not remembered have their defaults."""
    kept = {field.attname for field in type(event)._meta.fields}
    fields = [field.attname for field in model._meta.concrete_fields if field.attname in kept]
    return model(**{field: getattr(event, field) for field in fields})


def _told(event, after, called):
    model = type(event).pgh_tracked_model
    if event.pgh_label == "update":
        return _between(event, after) if after else []
    whole = called(as_it_was(event, model))
    added = event.pgh_label == "insert"
    was, became = (None, whole) if added else (whole, None)
    return [Change(event.pgh_created_at, _author(event), event.pgh_obj_id, WHOLE, was, became)]


def _between(was, became):
    return [
        Change(
            was.pgh_created_at,
            _author(was),
            was.pgh_obj_id,
            field,
            getattr(was, field),
            getattr(became, field),
        )
        for field in _fields(was)
        if getattr(was, field) != getattr(became, field)
    ]


def _events(remembered, **which):
    return remembered.pgh_event_model.objects.filter(**which).select_related("pgh_context")


def _fields(event):
    kept = {field.attname for field in type(event)._meta.fields}
    tracked = type(event).pgh_tracked_model
    return [field.attname for field in tracked._meta.fields if field.attname in kept]


def _author(event):
    return event.pgh_context.metadata.get("user") if event.pgh_context else None
