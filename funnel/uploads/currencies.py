"""The foreign currencies of a file, for each of which somebody may say what one of it is worth."""

from funnel.imports.cells import clean
from funnel.imports.plan import MONEY
from funnel.imports.records import Broken
from funnel.imports.signs import bare
from funnel.models import Organisation
from funnel.money import CURRENCIES

MOST = 12


def currencies_of(importer, shape, columns, values):
    """(their codes in order, that of the organisation); no codes where a column says the rates.

    `columns`: field → index; `values`: what was said for all rows.
    """
    base = Organisation.current().currency
    names = {field.name for field in importer.fields}
    if not {"currency", "rate"} <= names or "rate" in columns:
        return [], base
    places = [columns[name] for name in ("currency", *sorted(MONEY)) if name in columns]
    found = {values.get("currency", {}).get("", "").upper()}
    for _number, cells in shape.records() if places else ():
        if not isinstance(cells, Broken):
            found |= {cells[place] for place in places if place < len(cells)}
    codes = {code for cell in found for code in _codes(clean(cell))}
    return sorted(codes - {base})[:MOST], base


def _codes(cell):
    return [cell.upper()] if cell.upper() in CURRENCIES else bare(cell)[1][:1]
