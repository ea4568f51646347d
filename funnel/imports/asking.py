"""The question that is asked where a column does not say how its dates or numbers are written."""

import re

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from funnel.imports.amounts import FORMATS, PLAIN, amounts, is_plain
from funnel.imports.cells import BadCell
from funnel.imports.date_shapes import formats_of
from funnel.imports.dates import ISO, ISO_8601, instants
from funnel.imports.fields import Kind
from funnel.imports.signs import bare
from funnel.refusal import Refusal

LOOKED_AT = 50  # cells of a column whose looks say in which formats they may be
NUMBER = re.compile(r"-?[0-9][0-9.,'\s\u2019]*")


class FormatAsked(Refusal):
    """`readings` are the formats that fit, likeliest first."""

    def __init__(self, message, field, readings):
        super().__init__(message, field=field.name)
        self.kind, self.readings = field.kind, readings


def form_of(field, column, cells):
    """The format of a column that states none, if its `cells` can be read in one way only.

    These are ISO 8601 and plain numbers. Raises FormatAsked, with the readings, for all others.
    """
    if field.kind == Kind.INSTANT:
        if 2 * sum(map(bool, map(ISO_8601.fullmatch, cells))) >= len(cells):
            return ISO
        raise _asked(field, column, cells, _date_formats(cells), _days)
    if all(is_plain(cell) for cell in cells if NUMBER.fullmatch(bare(cell)[0])):
        return PLAIN
    raise _asked(field, column, cells, FORMATS, amounts)


def _days(form):
    return instants(form, "UTC")


def _asked(field, column, cells, formats, reader):
    readings = {form: _readings(reader(form), cells) for form in formats}
    most = max((len(read) for read in readings.values()), default=0)
    fitting = {form: read for form, read in readings.items() if most and len(read) == most}
    cell = _telling(fitting, readings) or cells[0]
    told = {}
    for form, read in fitting.items():
        if cell in read:
            told.setdefault(read[cell], form)
    words = {"column": column, "cell": cell, "readings": _spoken(told)}
    if not told:
        message = _("Column %(column)s does not say how to read “%(cell)s”.") % words
    elif len(told) == 1:
        message = _("Column %(column)s: “%(cell)s” reads as %(readings)s, but nobody said so.")
    else:
        message = _(
            "Column %(column)s can be read in more than one way: “%(cell)s” is %(readings)s."
        )
    return FormatAsked(message % words, field, list(told.values()))


def _readings(read, cells):
    """{cell: what it reads as} of those that can be read."""
    found = {}
    for cell in cells:
        try:
            found[cell] = read(cell)
        except BadCell:
            continue
    return found


def _telling(fitting, readings):
    """A cell on which the formats that fit differ most; else one that the others cannot read."""
    return max(
        sorted({cell for read in fitting.values() for cell in read}),
        key=lambda cell: (
            len({read[cell] for read in fitting.values() if cell in read}),
            -sum(cell in read for read in readings.values()),
        ),
        default=None,
    )


def _date_formats(cells):
    return list(dict.fromkeys(form for cell in cells[:LOOKED_AT] for form in formats_of(cell)))


def _spoken(told):
    spoken = [
        _("%(value)s as %(format)s") % {"value": _value(value), "format": form}
        for value, form in told.items()
    ]
    return _(" or ").join(spoken)


def _value(value):
    if hasattr(value, "astimezone"):
        return date_format(value, "j F Y")
    return number_format(value, use_l10n=False)
