"""Where in a file the names of its columns stand."""

from django.utils.translation import gettext as _

from funnel.imports.records import Broken
from funnel.refusal import Refusal

NO_HEADER = -1  # records above it, where there is none


def always(_names):
    """Of a file nobody knows anything about, every row may be the header."""
    return True


def above_of(numbered, begins, titled):
    """How many of the (number, cells) stand above the header; Excel's line `sep=;` does."""
    start = int(bool(numbered) and _states_separator(numbered[0][1]))
    records = [cells for _number, cells in numbered]
    title = len(records) > start and _filled(records[start]) == 1
    for place, cells in enumerate(records[start:], start):
        if isinstance(cells, Broken):
            return start
        names = tuple(cell.strip() for cell in cells)
        if begins(names) and (not title or (_filled(cells) > 1 and titled(names))):
            return place
    return start


def stated(numbered, heading):
    """The same where it is said that the header is the row `heading`, or 0 for none."""
    if heading == 0:
        return NO_HEADER
    found = (place for place, (number, _cells) in enumerate(numbered) if number == heading)
    above = next(found, None)
    if above is None:
        raise Refusal(_("There is nothing in row %d.") % heading, field="heading")
    return above


def header(first, above):
    """The cells of the header; blank ones where there is none, and None of an empty file."""
    if above != NO_HEADER:
        return first[above] if above < len(first) else None
    widths = [len(cells) for cells in first if not isinstance(cells, Broken)]
    return [""] * max(widths) if widths else None


def _filled(cells):
    return 1 if isinstance(cells, Broken) else sum(bool(cell.strip()) for cell in cells)


def _states_separator(cells):
    return not isinstance(cells, Broken) and cells[0].lstrip("\ufeff").lower().startswith("sep=")
