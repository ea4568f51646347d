"""How dates and numbers are written, asked once per column, with what the answers would mean."""

from dataclasses import dataclass
from datetime import time
from itertools import islice

from django.utils.formats import date_format, number_format

from funnel.imports.amounts import FORMATS, amounts
from funnel.imports.asking import FormatAsked, form_of
from funnel.imports.cells import BadCell, clean
from funnel.imports.dates import EXCEL, ISO, instants
from funnel.imports.fields import Kind
from funnel.imports.plan import SAMPLE
from funnel.imports.records import Broken

ASKED = (Kind.INSTANT, Kind.AMOUNT)
DATES = (ISO, "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "YYYYMMDD", EXCEL)


@dataclass(frozen=True)
class Question:
    """`readings`: [(format, what an example of the column would be)], the likeliest first."""

    example: str
    readings: list
    answer: str  # blank where somebody has to say it

    @property
    def fits(self):
        """Whether one of the formats can read the example."""
        return any(reading for _form, reading in self.readings)


def questions(importer, columns, shape, said):
    """{field: Question} of the date and number fields that have a column.

    `columns`: field → index; `said`: field → the format that somebody stated.
    """
    asked = [field for field in importer.fields if field.kind in ASKED and field.name in columns]
    if not asked:
        return {}
    first = (cells for _number, cells in islice(shape.records(), SAMPLE))
    records = [cells for cells in first if not isinstance(cells, Broken)]
    return {
        field.name: _question(
            field, _cells(records, columns[field.name], importer), said.get(field.name, "")
        )
        for field in asked
    }


def _question(field, cells, said):
    cells = [field.tidy(cell) for cell in cells if cell]
    if not cells:
        return Question("", [], said)
    try:
        answer = form_of(field, field.name, cells)
        forms = [answer]
    except FormatAsked as asked:
        forms, answer = asked.readings, ""
    others = DATES if field.kind == Kind.INSTANT else FORMATS
    forms = [*forms, *(form for form in others if form not in forms and _fits(field, form, cells))]
    forms = [form for form in forms if _fits(field, form, cells)]
    example = _example(field, forms, cells)
    readings = [(form, _reading(field, form, example)) for form in forms or others]
    return Question(example, readings, said or (answer if answer in forms else ""))


def _example(field, forms, cells):
    """A cell on which the formats differ; else one that the first of them reads; else the first."""
    telling = (cell for cell in cells if _tells(field, forms, cell))
    read = (cell for cell in cells if forms and _reading(field, forms[0], cell))
    return next(telling, None) or next(read, cells[0])


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
