"""Dates and times of a file, read as the column's format says; nothing is guessed."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from funnel.imports.cells import BadCell
from funnel.period import midnight, too_far
from funnel.refusal import Refusal

ISO = "ISO"
PARTS = {
    "YYYY": "year",
    "YY": "short",
    "MM": "month",
    "M": "month",
    "DD": "day",
    "D": "day",
    "HH": "hour",
    "H": "hour",
    "mm": "minute",
    "ss": "second",
}
TOKEN = re.compile("|".join(PARTS))
DAYS = (["day", "month", "year"], ["day", "month", "short"])
TIMES = ([], ["hour", "minute"], ["hour", "minute", "second"])
WHOLE = [sorted([*day, *time]) for day in DAYS for time in TIMES]
ISO_8601 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,6})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)


def instants(form, zone):
    """How a column of `form` is read: a function of a cell that returns an instant in UTC.

    A day without a time is its first moment in `zone`. An hour that a clock change doubles is the
    earlier one; one that it leaves out is read as if the clock had not changed yet. The function
    raises BadCell; Refusal where `form` is not a format.
    """
    local = _iso if form.upper() == ISO else _stated(form)
    clock = ZoneInfo(zone)

    @lru_cache(maxsize=4096)
    def read(cell):
        moment = _in_bounds(local(cell), cell)
        if not isinstance(moment, datetime):
            return midnight(moment, zone).astimezone(UTC)
        return (moment if moment.tzinfo else moment.replace(tzinfo=clock)).astimezone(UTC)

    return read


def _iso(cell):
    if not ISO_8601.fullmatch(cell):
        raise not_a_date(cell, "YYYY-MM-DD")
    try:
        return date.fromisoformat(cell) if len(cell) == 10 else datetime.fromisoformat(cell)
    except ValueError as error:
        raise not_a_date(cell, "YYYY-MM-DD") from error


def _stated(form):
    pattern, timed = _pattern(form), "H" in form

    def read(cell):
        found = pattern.fullmatch(cell)
        if not found:
            raise not_a_date(cell, form)
        parts = {name: int(value) for name, value in found.groupdict().items()}
        if "short" in parts:
            parts["year"] = 2000 + parts.pop("short")
        try:
            return datetime(**parts) if timed else date(**parts)
        except ValueError as error:
            raise not_a_date(cell, form) from error

    return read


def _pattern(form):
    """The regular expression of a format such as DD-MM-YYYY or YYYY-MM-DD HH:mm:ss."""
    tokens = TOKEN.findall(form)
    names = [PARTS[token] for token in tokens]
    if re.search("[A-Za-z]", TOKEN.sub("", form)) or sorted(names) not in WHOLE:
        raise Refusal(
            _("%s is not a date format. Write it like DD-MM-YYYY or YYYY-MM-DD HH:mm:ss.") % form
        )
    digits = "{2}" if form == "".join(tokens) else "{1,2}"  # nothing between: every digit counts
    return re.compile(TOKEN.sub(lambda token: _group(token[0], digits), re.escape(form)))


def _group(token, digits):
    return f"(?P<{PARTS[token]}>[0-9]{'{4}' if token == 'YYYY' else digits})"


def _in_bounds(moment, cell):
    if too_far(date(moment.year, moment.month, moment.day)):
        raise BadCell(_("The year %s cannot be.") % moment.year, _("Correct the year."))
    return moment


def not_a_date(cell, form):
    return BadCell(
        _("%(cell)s is not a date as %(format)s.") % {"cell": cell[:40], "format": form},
        _("Write it as %s, or state another format for the column.") % form,
    )
