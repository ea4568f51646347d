"""Which formats a date may be written in, by what one cell of it looks like."""

import re

from funnel.imports.dates import EXCEL, SERIAL
from funnel.imports.month_names import month_of

CLOCK = re.compile(
    r"(?P<gap>,? )(?P<clock>[0-9]{1,2}:[0-9]{2})(?P<seconds>:[0-9]{2})?"
    r"(?P<half>\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT))?$"
)
NUMBERS = re.compile(r"([0-9]{1,4})([-/. ])[0-9]{1,2}\2([0-9]{1,4})")
JOINED = re.compile(r"[0-9]{8}")
DAY_FIRST = re.compile(
    r"[0-9]{1,2}(\.?(?: de |[ -]))([^\W\d_]+\.?)(,? de |,? |-)([0-9]{4}|[0-9]{2})"
)
MONTH_FIRST = re.compile(r"([^\W\d_]+\.?)[ -][0-9]{1,2}(,? )([0-9]{4})")


def formats_of(cell):
    """The formats that `cell` may be in, in no order of likelihood; [] where it is no date."""
    if SERIAL.fullmatch(cell):
        return [EXCEL]
    if JOINED.fullmatch(cell):
        return ["YYYYMMDD", "DDMMYYYY", "MMDDYYYY"]
    found = CLOCK.search(cell)
    clock = _clock(found) if found else ""
    day = cell[: found.start()] if found else cell
    return [form + clock for form in _days(day)]


def _clock(found):
    clock = found["gap"] + "HH:mm" + (":ss" if found["seconds"] else "")
    return clock + (" AM" if found["half"] else "")


def _days(day):
    if found := NUMBERS.fullmatch(day):
        first, mark, last = found.groups()
        year = "YYYY" if len(last) == 4 else "YY"
        orders = ["YYYY MM DD"] if len(first) == 4 else [f"DD MM {year}", f"MM DD {year}"]
        return [order.replace(" ", mark) for order in orders]
    if (found := DAY_FIRST.fullmatch(day)) and month_of(found[2]):
        return [f"DD{found[1]}MONTH{found[3]}{'YYYY' if len(found[4]) == 4 else 'YY'}"]
    if (found := MONTH_FIRST.fullmatch(day)) and month_of(found[1]):
        return [f"MONTH DD{found[2]}YYYY"]
    return []
