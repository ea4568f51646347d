"""The columns of one program's export, found by the names that it gives them."""

import re

from django.utils.translation import gettext as _

from funnel.imports.plan import SOURCED
from funnel.refusal import Refusal

IN_BRACKETS = re.compile(r"\s*\(([A-Z]{3})\)$")  # the currency behind an amount's name


def preset_of(importer, key):
    """The importer's Preset of that key. Refusal where it has none."""
    found = next((each for each in importer.presets if each.key == key), None)
    if found is None:
        words = {"key": key, "keys": ", ".join(each.key for each in importer.presets)}
        raise Refusal(_("%(key)s is no program whose files are known here: %(keys)s.") % words)
    return found


def columns_of(preset, header):
    """{field: the file's column} of the columns of `preset` that the file has."""
    there = {IN_BRACKETS.sub("", name).casefold(): name for name in reversed(header)}
    found = {}
    for field, names in preset.columns.items():
        column = next((there[name.casefold()] for name in names if name.casefold() in there), None)
        if column:
            found[field] = column
    return found


def currency_of(column):
    """The currency that stands in brackets behind an amount's name, "" without one."""
    found = IN_BRACKETS.search(column or "")
    return found[1] if found else ""


def preset_mapping(importer, key, mapping, header):
    """The mapping with what the preset knows of the file's columns; what it says itself goes first.

    The rows' own ids are the program's, unless the mapping names their source.
    """
    columns = columns_of(preset_of(importer, key), header) | mapping.columns
    values = importer.implied(columns) | mapping.values
    source = mapping.source or (key if any(columns.get(name) for name in SOURCED) else "")
    return mapping.also(columns=columns, values=values, source=source)
