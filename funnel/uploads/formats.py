"""How dates and numbers are written, asked once per column, with what the answers would mean."""

from dataclasses import dataclass
from datetime import time
from itertools import islice

from django.utils.formats import date_format, number_format

from funnel.imports.amounts import FORMATS, amounts
from funnel.imports.asking import FormatAsked, form_of
from funnel.imports.cells import BadCell, clean
from funnel.imports.dates import ISO, instants
from funnel.imports.fields import Kind
from funnel.imports.plan import SAMPLE
from funnel.imports.records import Broken

ASKED = (Kind.INSTANT, Kind.AMOUNT)
DATES = (ISO, "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "YYYYMMDD")


@dataclass(frozen=True)
class Question:
    """`readings`: [(format, what an example of the column would be)], the likeliest first."""

    field: str
    example: str
    readings: list
    answer: str  # blank where somebody has to say it


def questions(importer, columns, shape, said):
    """{field: Question} of the date and number fields that have a column.

    `columns`: field → index; `said`: field → the format that somebody stated.
    """
    asked = [field for field in importer.fields if field.kind in ASKED and field.name in columns]
    if not asked:
        return {}
    records = [cells for _n, cells in islice(shape.records(), SAMPLE) if not _broken(cells)]
    return {
        field.name: _question(field, _cells(records, columns[field.name], importer), shape, said)
        for field in asked
    }


def _question(field, cells, shape, said):
    cells = [field.tidy(cell) for cell in cells if cell]
    if not cells:
        return Question(field.name, "", [], said.get(field.name, ""))
    try:
        forms, answer = [form_of(field, field.name, cells)], ""
        answer = forms[0]
    except FormatAsked as asked:
        forms, answer = asked.readings, ""
    others = DATES if field.kind == Kind.INSTANT else FORMATS
    forms = [*forms, *(form for form in others if form not in forms and _fits(field, form, cells))]
    example = next((cell for cell in cells if _tells(field, forms, cell)), cells[0])
    readings = [(form, _reading(field, form, example)) for form in forms or others]
    return Question(field.name, example, readings, said.get(field.name) or answer)


def _tells(field, forms, cell):
    return len({_reading(field, form, cell) for form in forms}) > 1


def _fits(field, form, cells):
    return any(_reading(field, form, cell) for cell in cells[:50])


def _reading(field, form, cell):
    read = instants(form, "UTC") if field.kind == Kind.INSTANT else amounts(form)
    try:
        value = read(cell)
    except BadCell:
        return ""
    if field.kind == Kind.INSTANT:
        return date_format(value, "j F Y" if value.time() == time(0) else "j F Y, H:i")
    return number_format(value, use_l10n=False)


def _cells(records, index, importer):
    rows = (list(map(clean, cells)) for cells in records)
    rows = (cells for cells in rows if not importer.passes_over(cells))
    return [cells[index] for cells in rows if index < len(cells)]


def _broken(cells):
    return isinstance(cells, Broken)
