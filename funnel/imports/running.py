"""An import runs: chunk by chunk, each with its progress in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction

from funnel.history import told
from funnel.imports import problems
from funnel.imports.batches import Counts, alone, begun, finish, noted
from funnel.imports.registry import Task
from funnel.imports.writing import write_chunk
from funnel.sets import count_anew

CHUNK_ROWS = 2000
MANY_ROWS = 500  # from here on plans made for an empty table are slow
CHUNK_LETTERS = 4_000_000  # rows of enormous cells make smaller chunks


@dataclass(frozen=True)
class Result:
    counts: Counts
    resumed_after: int  # rows that an earlier, unfinished run had done


def _nobody(_told):
    """Where nobody wants to be told."""


def run(
    plan, *, by=None, dry_run=False, errors=None, progress=_nobody, seen=_nobody, preview=False
):
    """Import all rows of the plan, going on where an earlier run stopped. Returns the Result.

    A dry run does the same and undoes it. `errors` is the path for the rows that were refused;
    `progress` is told after each chunk how many rows are done, and may stop the import there by
    what it raises; `seen` is shown the chunk's rows with what became of them. In a `preview`, and
    in every dry run, they tell what they change, see Row.
    """
    errors = problems.writable(errors, plan.shape.path) if errors else None
    with alone(plan.fingerprint):
        if not dry_run:
            return _run(plan, by, errors, progress, seen, preview or dry_run)
        with transaction.atomic():
            result = _run(plan, by, errors, progress, seen, preview or dry_run)
            transaction.set_rollback(True)
        return result


def _run(plan, by, errors, progress, seen, preview):
    batch = begun(plan, by)
    resumed_after = batch.rows_done
    task = _task(plan, batch, preview)
    for rows in chunks(islice(plan.rows(), resumed_after, None)):
        with transaction.atomic(), told(batch=batch.pk):
            _check_references_at_once()
            write_chunk(rows, plan.importer, task)
            problems.keep(rows, plan, batch)
            noted(batch, rows)
        seen(rows)
        batch.refresh_from_db(fields=["rows_done", "counts", "remarks"])
        progress(batch.rows_done)
    if errors:
        problems.write(errors, plan, batch)
    finish(batch)
    if batch.rows_done - resumed_after >= MANY_ROWS:
        count_anew()
    return Result(Counts(**batch.counts), resumed_after)


def _task(plan, batch, preview):
    return Task(
        batch,
        plan.mapping.source,
        _options(plan),
        fields=frozenset(place.name for place in plan.places),
        dropped=frozenset(map(tuple, plan.mapping.dropped)),
        undated=frozenset(plan.mapping.undated),
        policies=plan.mapping.policies,
        preview=preview,
    )


def _check_references_at_once():
    """Left to the end, they wait in a list that PostgreSQL walks for every edit it remembers."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def chunks(rows: Iterator):
    """Lists of rows, none so long or so large that memory grows with the file."""
    chunk, letters = [], 0
    for row in rows:
        chunk.append(row)
        letters += sum(map(len, row.cells))
        if len(chunk) == CHUNK_ROWS or letters >= CHUNK_LETTERS:
            yield chunk
            chunk, letters = [], 0
    if chunk:
        yield chunk


def _options(plan):
    """Each of the importer's options, as stated or else its first value."""
    stated = plan.mapping.options
    return {name: stated.get(name, values[0]) for name, values in plan.importer.options.items()}
