"""A report as JSON and as CSV, for people and programs outside."""

import csv

from funnel.models import Organisation
from funnel.money import rounded
from funnel.sheets import safe

RATIO = ("part", "whole", "rate", "low", "high")
COLUMNS = [
    *("group", "rung", "count", "mature", "imputed"),
    *(f"previous_{each}" for each in RATIO),
    *(f"first_{each}" for each in RATIO),
    *("inside", "median_days", "p80_days", "value"),
]


def as_json(conversion):
    """The report as plain values; money is a decimal string in the organisation's currency."""
    question, currency = conversion.question, Organisation.current().currency
    period = question.period
    plain = {
        "period": {
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            "time_zone": period.zone,
        },
        "mode": str(question.mode),
        "window_days": question.window_days if question.is_cohort else None,
        "as_of": question.as_of.isoformat(),
        "rungs": [_row(row, currency) for row in conversion.rungs],
        "totals": {"reached": conversion.totals.reached, "visited": conversion.totals.visited},
        "sales_sourced": dict(conversion.sales_sourced),
    }
    if question.by:
        plain["groups"] = [_group(group, currency) for group in conversion.groups]
    return plain


def write_csv(conversion, file):
    """One line for each group and rung, "all" first; a cell never starts a formula."""
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(COLUMNS)
    currency = Organisation.current().currency
    groups = [("all", conversion.rungs), *((each.key, each.rungs) for each in conversion.groups)]
    for key, rows in groups:
        for row in rows:
            lines.writerow([safe(cell) for cell in (key, row.key, *_cells(_row(row, currency)))])


def _group(group, currency):
    rows = [_row(row, currency) for row in group.rungs]
    return {"key": group.key, "label": str(group.label), "rungs": rows}


def _row(row, currency):
    return {
        "key": row.key,
        "count": row.count,
        "mature": row.mature,
        "imputed": row.imputed,
        "of_previous": _ratio(row.of_previous),
        "of_first": _ratio(row.of_first),
        "inside": row.inside,
        "median_days": row.median_days,
        "p80_days": row.p80_days,
        "value": None if row.value is None else f"{rounded(row.value, currency):f}",
    }


def _ratio(ratio):
    if ratio is None:
        return None
    return {each: getattr(ratio, each) for each in RATIO}


def _cells(row):
    for name, value in row.items():
        if name in ("of_previous", "of_first"):
            yield from value.values() if value else [None] * len(RATIO)
        elif name != "key":
            yield value
