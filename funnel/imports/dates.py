"""Dates and times of a file, read as the column's format says; nothing is guessed."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from funnel.imports.cells import BadCell
from funnel.imports.month_names import month_of
from funnel.period import midnight, too_far
from funnel.refusal import Refusal

ISO = "ISO"
EXCEL = "Excel"  # days since the last day but one of 1899, as its sheets count them
FIRST_DAY = datetime(1899, 12, 30)
SERIAL = re.compile(r"[1-9][0-9]{4}(\.[0-9]+)?")
PARTS = {
    "MONTH": "name",
    "AM": "half",
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
WORDS = {"MONTH": r"[^\W\d_]+\.?", "AM": r"[AaPp]\.?[Mm]\.?"}
TOKEN = re.compile("|".join(PARTS))
LITERAL = " de "  # between day, month and year in Spanish
DAYS = [["day", month, year] for month in ("month", "name") for year in ("year", "short")]
TIMES = [[], ["hour", "minute"], ["hour", "minute", "second"]]
TIMES += [[*time, "half"] for time in TIMES[1:]]
WHOLE = [sorted([*day, *time]) for day in DAYS for time in TIMES]
ISO_8601 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,6})?)?"
    r"( ?(?:Z|UTC|GMT)|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)
IN_UTC = re.compile(r"\s?(?:Z|UTC|GMT)$")


def instants(form, zone):
    """How a column of `form` is read: a function of a cell that returns an instant in UTC.

    A day without a time is its first moment in `zone`. An hour that a clock change doubles is the
    earlier one; one that it leaves out is read as if the clock had not changed yet. A time that
    ends in Z, UTC or GMT is meant so. The function raises BadCell; Refusal where `form` is not a
    format.
    """
    local = {ISO: _iso, EXCEL.upper(): _serial}.get(form.upper()) or _stated(form)
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
        if len(cell) == 10:
            return date.fromisoformat(cell)
        return datetime.fromisoformat(IN_UTC.sub("+00:00", cell))
    except ValueError as error:
        raise not_a_date(cell, "YYYY-MM-DD") from error


def _serial(cell):
    if not SERIAL.fullmatch(cell):
        raise not_a_date(cell, EXCEL)
    moment = FIRST_DAY + timedelta(seconds=round(float(cell) * 86400))
    return moment if "." in cell else moment.date()


def _stated(form):
    pattern = _pattern(form)

    def read(cell):
        zoned = IN_UTC.search(cell) if "hour" in pattern.groupindex else None
        found = pattern.fullmatch(cell[: zoned.start()] if zoned else cell)
        parts = found and _parts(found.groupdict())
        if not parts:
            raise not_a_date(cell, form)
        try:
            made = datetime(**parts) if "hour" in parts else date(**parts)
        except ValueError as error:
            raise not_a_date(cell, form) from error
        return made.replace(tzinfo=UTC) if zoned else made

    return read


def _parts(said):
    """{"year": …, "month": …, …}; None where a name is no month's, or there is no such hour."""
    name, half = said.pop("name", None), said.pop("half", None)
    parts = {part: int(digits) for part, digits in said.items()}
    if name:
        parts["month"] = month_of(name)
    if "short" in parts:
        parts["year"] = 2000 + parts.pop("short")
    if half:
        if not 1 <= parts["hour"] <= 12:
            return None
        parts["hour"] = parts["hour"] % 12 + (12 if half[0] in "pP" else 0)
    return parts if parts["month"] is not None else None


def _pattern(form):
    """The regular expression of a format such as DD-MM-YYYY or YYYY-MM-DD HH:mm:ss."""
    tokens = TOKEN.findall(form)
    names = [PARTS[token] for token in tokens]
    rest = TOKEN.sub("", form.replace(LITERAL, " "))
    if re.search("[A-Za-z]", rest) or sorted(names) not in WHOLE:
        raise Refusal(
            _("%s is not a date format. Write it like DD-MM-YYYY or YYYY-MM-DD HH:mm:ss.") % form
        )
    digits = "{2}" if form == "".join(tokens) else "{1,2}"  # nothing between: every digit counts
    groups = TOKEN.sub(lambda token: _group(token[0], digits), re.escape(form))
    return re.compile(groups.replace(r"\ (?P<half>", r"\s?(?P<half>"))


def _group(token, digits):
    if token in WORDS:
        return f"(?P<{PARTS[token]}>{WORDS[token]})"
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
