"""Amounts of a file, read as the column's format says: 1.000,50 and 1,000.50 are one number."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from funnel.imports.cells import BadCell
from funnel.imports.signs import bare
from funnel.refusal import Refusal

FORMATS = ("1000.50", "1000,50", "1,000.50", "1.000,50", "1 000,50", "1'000.50")
PLAIN = FORMATS[0]
MACHINE = re.compile(r"-?[0-9]+(\.[0-9]{1,2}|\.[0-9]{4,6})?")  # three decimals may be thousands
HIGHEST = Decimal(10) ** 11


def amounts(form):
    """How a column of `form` is read: a function of a cell that returns a Decimal. The sign or code
    of a currency may stand at it; one in parentheses is below 0.

    The function raises BadCell; Refusal where `form` is none of FORMATS.
    """
    if form not in FORMATS:
        raise Refusal(
            _("%(format)s is not a number format. It is one of: %(formats)s.")
            % {"format": form, "formats": "; ".join(FORMATS)}
        )
    thousands, decimal = form[1].replace("0", ""), form[-3]
    grouped = rf"[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+|" if thousands else ""
    pattern = re.compile(rf"-?(?:{grouped}[0-9]+)(?:{re.escape(decimal)}[0-9]{{1,6}})?")

    def read(cell):
        text = bare(cell)[0]
        if not pattern.fullmatch(text):
            raise not_a_number(cell, form)
        plain = text.replace(thousands, "") if thousands else text
        return _in_bounds(Decimal(plain.replace(decimal, ".")))

    return read


def is_plain(cell):
    """Whether it reads as one number only: digits and a decimal point, as machines write them."""
    return MACHINE.fullmatch(bare(cell)[0]) is not None


def _in_bounds(amount):
    if abs(amount) >= HIGHEST:
        raise BadCell(_("The amount is too large."), _("Give it in the currency's main unit."))
    return amount


def not_a_number(cell, form):
    return BadCell(
        _("%(cell)s is not a number as %(format)s.") % {"cell": cell[:40], "format": form},
        _("Write it as %s, or state another format for the column.") % form,
    )
