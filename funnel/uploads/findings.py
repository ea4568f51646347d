"""What a check finds: the rows that cannot be imported, by their repair, and what would change."""

from collections import Counter, defaultdict

from funnel.imports.cells import readable
from funnel.imports.fields import Kind
from funnel.imports.rows import Outcome
from funnel.models import CheckedRow

ROWS_KEPT = 5_000
CHANGES_KEPT = 500
VALUES_SHOWN = 12
ROWS_SHOWN = 5


class Findings:
    """Told of every chunk of a dry run (`see`), it keeps what the preview shows."""

    def __init__(self, plan):
        self.plan = plan
        self.bad, self.changes, self.changed = [], [], 0
        self.groups = defaultdict(list)  # (field, hint): [(row, what its cell says, reason)]

    def see(self, rows):
        for row in rows:
            self.changed += bool(row.changes)
            self.changes += row.changes[: max(0, CHANGES_KEPT - len(self.changes))]
            if row.outcome == Outcome.ERROR:
                self._bad(row)

    def told(self, counts):
        """The Upload's `told`: counts, groups (the most rows first), changes, changed."""
        groups = sorted(self.groups.items(), key=lambda item: -len(item[1]))
        return {
            "counts": counts.as_dict(),
            "groups": [self._group(*key, found) for key, found in groups],
            "changes": self.changes,
            "changed": self.changed,
            "left_out": self.plan.left_out,
        }

    def keep(self, upload):
        """Write the bad rows down, instead of those of the check before."""
        upload.bad_rows.all().delete()
        CheckedRow.objects.bulk_create(
            CheckedRow(upload=upload, number=number, problems=problems, cells=cells)
            for number, problems, cells in self.bad
        )

    def _bad(self, row):
        problems = []
        for each in row.problems:
            cell = readable(self.plan.cell(each.field, row)) if each.field else ""
            problems.append({"field": each.field, "reason": each.reason, "hint": each.hint})
            problems[-1]["value"] = cell[:200]
            self.groups[each.field, each.hint].append((row.number, cell[:200], each.reason))
        if len(self.bad) < ROWS_KEPT:
            self.bad.append((row.number, problems, [readable(cell) for cell in row.cells]))

    def _group(self, field, hint, found):
        values = Counter(cell for _row, cell, _reason in found)
        importer = self.plan.importer
        droppable = bool(field) and any(values) and not _needed(importer, field)
        kinds = {each.name: each for each in importer.fields}
        return {
            "field": field,
            "column": self.plan.column(field) if field else "",
            "label": str(kinds[field].label) if field else "",
            "reason": found[0][2],
            "hint": hint,
            "count": len({row for row, _cell, _reason in found}),
            "rows": sorted({row for row, _cell, _reason in found})[:ROWS_SHOWN],
            "values": [[value, n] for value, n in values.most_common(VALUES_SHOWN) if value],
            "values_more": max(0, len(values) - VALUES_SHOWN),
            "choices": field and kinds[field].kind == Kind.CHOICE,
            "droppable": droppable and field not in importer.undated,
            "undatable": bool(field) and field in importer.undated,
            "format": bool(field) and kinds[field].kind in (Kind.INSTANT, Kind.AMOUNT),
        }


def _needed(importer, field):
    return any(set(those) == {field} for those in importer.needs)
