"""Rows of one file that are one thing, told in parts: their amounts add up before any is written.

The sums are kept in a file of its own that goes with the process, so that memory stays flat.
"""

import json
import sqlite3
from contextlib import closing, contextmanager
from decimal import Decimal

from django.utils.translation import gettext as _

from funnel.imports.rows import Outcome, digest_of


@contextmanager
def totals(rows, importer):
    """A function that makes a row of the file what it is: the first of its own, with the sum of
    all of them, or one that is added to it. `rows` are all of them, read once beforehand."""
    if not importer.adds:
        yield lambda row: row
        return
    with closing(sqlite3.connect("")) as file:
        file.execute("CREATE TABLE sums (own TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID")
        for row in rows:
            if row.own and row.outcome in (None, Outcome.ERROR):
                _put(file, row.own, _with(_got(file, row.own), row, importer))
        yield lambda row: _summed(row, _got(file, row.own), importer)


def _got(file, own):
    found = file.execute("SELECT said FROM sums WHERE own = ?", [own]).fetchone() if own else None
    return json.loads(found[0]) if found else None


def _put(file, own, said):
    file.execute("INSERT OR REPLACE INTO sums VALUES (?, ?)", [own, json.dumps(said)])


def _with(said, row, importer):
    """What was said so far, and what the row adds: its amounts, or why there is no sum."""
    alike = [str(row.get(name, "")) for name in importer.alike]
    own_id = "source_id" in row.values
    if said is None:
        said = {"first": row.number, "rows": 0, "sums": {}, "alike": alike, "digest": row.digest}
        said |= {"bad": None, "odd": None, "notes": []}
    if row.outcome == Outcome.ERROR:
        return said | {"bad": said["bad"] or row.number}
    if own_id and row.digest == said["digest"]:
        return said | {"rows": 1, "sums": _sums(row, importer), "notes": [row.note]}
    if alike != said["alike"] or (own_id and said["rows"]):
        return said | {"odd": said["odd"] or row.number}
    sums = _sums(row, importer, said["sums"])
    notes = [*said["notes"], row.note] if row.note not in said["notes"] else said["notes"]
    return said | {"rows": said["rows"] + 1, "sums": sums, "notes": notes[:20]}


def _sums(row, importer, before=None):
    before = before or {}
    return before | {
        name: str(Decimal(before.get(name, 0)) + row.get(name))
        for name in importer.adds
        if name in row.values
    }


def _summed(row, said, importer):
    if said is None or row.outcome is not None:
        return row
    if said["odd"] and "source_id" in row.values:
        other = said["odd"] if row.number == said["first"] else said["first"]
        words = _("Row %d has the same own id and says something else.") % other
        row.refuse("source_id", words, _("Keep one of them, or leave the column of own ids out."))
    elif said["odd"]:
        row.refuse(
            "",
            _("Row %(other)d is of the same and differs in what cannot be added up: %(fields)s.")
            % {
                "other": said["odd"] if row.number == said["first"] else said["first"],
                "fields": ", ".join(str(importer.label_of(name)) for name in importer.alike),
            },
            _("Say what tells them apart in a column, such as the ad group."),
        )
    elif said["bad"]:
        row.refuse(
            "",
            _("It adds up with row %d, which cannot be read.") % said["bad"],
            _("Correct that row; they come in together."),
        )
    elif said["rows"] > 1:
        _add_up(row, said)
    return row


def _add_up(row, said):
    if row.number != said["first"]:
        row.remarks.append(_("Added to row %d.") % said["first"])
    row.values |= {name: Decimal(total) for name, total in said["sums"].items()}
    row.note = "\n".join(filter(None, said["notes"]))
    row.digest = digest_of(row.values, row.note)
