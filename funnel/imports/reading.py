"""The cells of one record become the values of a row."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funnel.imports.cells import BadCell, clean, is_text, readable
from funnel.imports.rows import Outcome, Problem, Row


@dataclass(frozen=True)
class Place:
    """Where one field's cells are, and how they are read."""

    name: str
    index: int | None  # None: no column, but a value for the blank cell
    meanings: dict
    read: Callable
    tidy: Callable
    further: Callable
    cut: int | None  # a text is cut at so many characters
    dropped: frozenset = frozenset()  # hints: what cannot be read so is a note and counts as blank


def read_into(row, place, header):
    """Put the value of a place's cell on the row, or what is wrong with it."""
    cell = said = ""
    if place.index is not None and place.index < len(row.cells):
        cell = said = row.cells[place.index]
    meant = place.meanings.get(cell, cell)
    cell = place.tidy(meant)
    if not cell:
        return
    name = place.name if place.index is None else header[place.index]
    try:
        row.values[place.name] = _value(place, cell)
    except BadCell as bad:
        if bad.hint in place.dropped:
            note(row, name, said)
        else:
            row.refuse(place.name, bad.reason, bad.hint)
        return
    if place.cut and len(cell) > place.cut:
        words = {"column": name, "all": len(cell), "longest": place.cut}
        row.flag(_("%(column)s: cut from %(all)d to %(longest)d characters.") % words)
    if further := place.further(meant):
        _keep_further(row, place, name, further)


def _keep_further(row, place, name, cells):
    """What else the cell says of the same: a note each, and a value of the row where it can be."""
    values = []
    for cell in cells:
        note(row, name, cell)
        with suppress(BadCell):
            values.append(_value(place, cell))
    row.values[f"more_{place.name}"] = tuple(values)


def note(row, name, cell):
    """Keep what a cell said among the row's notes."""
    row.note = "\n".join(filter(None, [row.note, f"{name}: {readable(cell)}"]))


def _value(place, cell):
    if not is_text(cell):
        raise BadCell(_("The text is damaged."), _("Save the file as UTF-8."))
    return place.read(cell)


def broken(number, record):
    """The row of a line that is no record."""
    reason = _("The line is too long.") if record.too_long else _("The quotes do not match.")
    hint = _("Put one quote at each end of the cell, and two for each one within.")
    problem = Problem("", reason, "" if record.too_long else hint)
    cells = [clean(record.line)]
    return Row(number, cells, problems=[problem], outcome=Outcome.ERROR)


def refuse_long(row):
    row.refuse(
        "",
        _("The row has more cells than there are columns."),
        _("Put quotes around a cell that holds the separator."),
    )
