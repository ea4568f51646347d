"""A chunk of rows is written: in sets, each row once, whoever else is writing."""

from dataclasses import replace

from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from funnel.imports.keys import claim, release, settle
from funnel.imports.reading import note
from funnel.imports.rows import Outcome

ATTEMPTS = 5
DEADLOCK = "40P01"


class Raced(Exception):
    """Somebody else wrote what this chunk was about to write; tried again, it will see it."""


def write_chunk(rows, importer, task):
    """Give every row its outcome, in one transaction; tried again where it lost a race."""
    read = [(row.outcome, row.flagged, list(row.problems), list(row.remarks)) for row in rows]
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return _write(rows, importer, task)
        except (Raced, OperationalError) as error:
            lost = isinstance(error, Raced) or getattr(error.__cause__, "pgcode", "") == DEADLOCK
            if not lost or attempt == ATTEMPTS:
                raise
            for row, (outcome, flagged, problems, remarks) in zip(rows, read, strict=True):
                row.outcome, row.flagged, row.problems, row.made = outcome, flagged, problems, None
                row.changes, row.remarks = [], list(remarks)
    return None


def rounds(rows, key):
    """The rows in rounds, in their order, so that no key is twice in one round."""
    waiting = list(rows)
    while waiting:
        now, later = {}, []
        for row in waiting:
            if now.setdefault(key(row), row) is not row:
                later.append(row)
        yield list(now.values())
        waiting = later


def _write(rows, importer, task):
    waiting = [row for row in rows if row.outcome is None]
    while waiting:
        firsts, twins, waiting = _round(waiting)
        _write_round(firsts, importer, task)
        again = [row for row in firsts.values() if _without_dropped(row, task)]
        for row in twins:
            if firsts[row.key].outcome:
                _like(firsts[row.key], row)
            else:
                again.append(row)
        waiting = again + waiting
    for row in rows if task.preview else ():
        for remark in row.remarks if row.outcome != Outcome.ERROR else ():
            row.change(_("row %d") % row.number, "", "", remark)


def _round(rows):
    """The first row of each key; those that say the same again; those that say something else."""
    firsts, twins, later = {}, [], {}
    for row in rows:
        first = firsts.setdefault(row.key, row)
        if first is row:
            continue
        if row.digest == first.digest and row.key not in later:
            twins.append(row)
        else:
            later.setdefault(row.key, []).append(row)
    return firsts, twins, [row for rows in later.values() for row in rows]


def _without_dropped(row, task):
    """Whether a refused row can be tried again without the fields that may be dropped."""
    problems = {(problem.field, problem.hint) for problem in row.problems}
    fields = {field for field, _hint in problems}
    if row.outcome != Outcome.ERROR or not problems or not problems <= task.dropped:
        return False
    if not fields <= set(row.values):
        return False
    for name in sorted(fields):
        note(row, name, str(row.values.pop(name)))
    row.problems, row.outcome, row.made, row.changes = [], None, None, []
    return True


def _like(first, twin):
    if first.outcome == Outcome.ERROR:
        twin.outcome, twin.problems = first.outcome, list(first.problems)
    else:
        twin.settle(Outcome.UNCHANGED, first.made)


def _write_round(firsts, importer, task):
    pairs = {_pair(row, task): row for row in firsts.values()}
    known = claim(importer.kind, list(pairs), task.batch)
    new = []
    for pair, row in pairs.items():
        row.made, digest = known.get(pair, (None, None))
        if digest == row.digest:
            row.outcome = Outcome.UNCHANGED
        else:
            new.append(row)
    _write_dated(new, importer, task)
    done = [row for row in new if row.outcome != Outcome.ERROR]
    settle(importer.kind, {_pair(row, task): (row.made, row.digest) for row in done}, task.batch)
    release(importer.kind, [_pair(row, task) for row in new if row.outcome == Outcome.ERROR])


def _write_dated(rows, importer, task):
    """Rows that lack an instant which may be lacking are written as if it had no column."""
    groups = {}
    for row in rows:
        lacking = frozenset(name for name in task.undated if name not in row.values)
        groups.setdefault(lacking, []).append(row)
    for lacking, some in groups.items():
        importer.write(some, replace(task, fields=task.fields - lacking) if lacking else task)


def _pair(row, task):
    """Two sources may use one id for different people: what a row says by one is its source's."""
    sourced = row.own or "person_id" in row.values
    return (task.source if sourced else "", row.key)
