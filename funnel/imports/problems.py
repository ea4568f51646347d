"""The rows that were not imported: kept with the batch, written to a file that can be repaired."""

import csv
import os
from pathlib import Path

from django.utils.translation import gettext as _

from funnel.imports.cells import inert, readable
from funnel.imports.rows import Outcome
from funnel.imports.shape import OUR_ERRORS
from funnel.models import ImportProblem
from funnel.refusal import Refusal


def keep(rows, plan, batch):
    """Remember what is wrong with these rows, one line each."""
    ImportProblem.objects.bulk_create(
        _problem(row, plan, batch) for row in rows if row.outcome == Outcome.ERROR
    )


def writable(path, source):
    """The path for a file of errors. Refusal, before anything is done, where it cannot be one."""
    path = Path(path)
    if path.resolve() == Path(source).resolve():
        raise Refusal(_("The errors would overwrite the file itself. Name another file."))
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise Refusal(_("%s cannot be written.") % path)
    return path


def write(path, plan, batch):
    """Write the batch's problems beside the columns as they were, ready to repair and import."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow([*OUR_ERRORS, *map(inert, plan.shape.header)])
        for each in batch.problems.iterator(chunk_size=2000):
            told = [each.row, each.column, each.value, each.reason, each.hint]
            lines.writerow([*told[:1], *map(inert, told[1:]), *map(inert, each.cells)])
    part.replace(path)


def _problem(row, plan, batch):
    fields = [each.field for each in row.problems if each.field]
    return ImportProblem(
        batch=batch,
        row=row.number,
        column=", ".join(plan.column(name) for name in fields),
        value=" | ".join(readable(plan.cell(name, row)) for name in fields),
        reason=" ".join(each.reason for each in row.problems),
        hint=" ".join(each.hint for each in row.problems if each.hint),
        cells=[readable(cell) for cell in row.cells],
    )
