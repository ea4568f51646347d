"""The door of mending: the few acts that may touch history, each only what it needs.

PostgreSQL refuses UPDATE and DELETE on a ledger. A transaction that names its cause may re-point
a person and what hangs on one (merge, unmerge), blank personal columns (erase), delete one
import's rows (undo_import) or the sample's (remove_sample), and leaves a line in a journal that
has no such door.
"""

from contextlib import contextmanager

import pgtrigger
from django.db import connection, transaction

from funnel.models.mending import MendingEntry

CAUSES = ("merge", "unmerge", "erase", "undo_import", "remove_sample")

APPEND_ONLY = """
cause := current_setting('funnel.mending', true);
IF TG_OP = 'DELETE' AND (
    (cause = 'remove_sample' AND OLD.sample)
    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))
) THEN
    RETURN OLD;
END IF;
IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN
    RETURN NEW;
END IF;
RAISE EXCEPTION 'the ledger %% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
"""

MENDABLE = """
CASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY[{merged}]
     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[{personal}]::text[]
     END
"""

SEALED = """
IF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN
        RETURN NEW;
    END IF;
END IF;
RAISE EXCEPTION '{}' USING ERRCODE = 'restrict_violation';"""


def append_only(*, personal=(), merged=("person_id",)):
    """Trigger for a ledger's Meta: only the causes above get through. `personal` are the columns
    that erasing a person may blank, `merged` those that merging two people may re-point."""
    mendable = MENDABLE.format(personal=_quoted(personal), merged=_quoted(merged))
    return pgtrigger.Trigger(
        name="append_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        declare=[("cause", "text"), ("mendable", f"text[] := {mendable}")],
        func=APPEND_ONLY.replace("%%", "%"),
    )


def sealed(words, *, condition=None):
    """Trigger: the row, where `condition` holds of it, is neither changed nor deleted, as `words`
    say; only the sample's may go."""
    return pgtrigger.Trigger(
        name="sealed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=condition,
        func=SEALED.format(words),
    )


def _quoted(columns):
    return ", ".join(f"'{column}'" for column in columns)


BUT = " AND NOT EXISTS (SELECT FROM unnest(%s::bigint[]) AS but(kept) WHERE kept = id)"


class Journal:
    """Deletes and updates under one cause, and remembers how many rows of which table."""

    def __init__(self, cause, by, batch=None):
        self.cause, self.by, self.batch = cause, by, batch

    def delete(self, model, but=()):
        """Delete the rows of `model` that this cause may delete, no others, and not those whose
        keys are in `but`; returns how many."""
        table = model._meta.db_table
        where, values = ("sample", []) if self.batch is None else ("batch_id = %s", [self.batch.pk])
        values = [*values, list(but)] if but else values
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE {where}{BUT if but else ''}", values)
            return self._noted(model, cursor.rowcount)

    def delete_rows(self, queryset):
        """Delete rows of no ledger that go with others: a person's keys, what was remembered."""
        return self._noted(queryset.model, queryset.delete()[0])

    def update(self, queryset, **values):
        return self._noted(queryset.model, queryset.update(**values))

    def _noted(self, model, rows):
        if rows:
            MendingEntry.objects.create(
                by=self.by, cause=self.cause, table=model._meta.db_table, rows=rows
            )
        return rows


@contextmanager
def mending(cause, *, by, batch=None):
    """Open the door for `cause` until the block ends, in one transaction; yields its Journal."""
    if cause not in CAUSES:
        raise ValueError(cause)
    with transaction.atomic():
        _set("funnel.mending", cause)
        _set("funnel.batch", str(batch.pk) if batch else "")
        yield Journal(cause, by, batch)
        _set("funnel.mending", "")


def _set(name, value):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
