"""How far leads climbed the ladder, and where they were lost."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.utils.timezone import now

from funnel.ratio import Ratio
from reports.ladder import climb, known_time, stands
from reports.parts import IMPUTED, INSIDE, MATURE, PASSED, part
from reports.question import NOBODY, Mode, Question
from reports.rungs import BY_KEY, CLIMBED, WORTH
from reports.sales_sourced import sales_sourced
from reports.totals import Totals, totals


@dataclass(frozen=True)
class Row:
    """One rung's figures. None where a figure has no meaning in the mode, or no data."""

    key: str
    count: int | None
    mature: int | None = None  # captured, and had the whole window
    imputed: int | None = None  # in count only because a later rung was reached
    of_previous: Ratio | None = None  # over the mature
    of_first: Ratio | None = None
    inside: int | None = None  # of count: may still climb on
    median_days: float | None = None  # from the rung before
    p80_days: float | None = None
    value: Decimal | None = None  # in the organisation's currency; None is unknown

    @property
    def rung(self):
        return BY_KEY[self.key]

    @property
    def lost(self):
        """How many stood on the rung before, had the whole window and did not come here."""
        return self.of_previous.whole - self.of_previous.part


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    rungs: tuple[Row, ...]

    @property
    def won(self):
        return next(row for row in self.rungs if row.key == "won")


@dataclass(frozen=True)
class Conversion:
    question: Question
    rungs: tuple[Row, ...]
    groups: tuple[Group, ...]
    totals: Totals
    sales_sourced: dict[str, int]


def conversion(period, *, mode=Mode.COHORT, window_days=90, by="", as_of=None, **filters):
    """The climb of the leads captured in `period` (cohort), or the events in it (flow).

    A lead counts once per rung, at its first time there, if that lies within `window_days` of
    24 h after its capture, both ends included; a lost deal keeps the rungs it reached. Rates are
    over the mature leads only: those whose window is over at `as_of`. `filters`: channel,
    campaign, team, owner, each the key of a group.
    """
    question = Question(period, as_of or now(), mode, window_days, by or "", **filters)
    found = _found(question)
    counts = totals(question)
    return Conversion(
        question,
        _rows(question, found.get("", {}), counts),
        tuple(_groups(question, found)),
        counts,
        sales_sourced(question),
    )


def _found(question):
    """{group key, "" for all: {rung: its row of figures}}."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(question), question.values)
        names = [column.name for column in cursor.description]
        found = {}
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            found.setdefault(row["key"] or "", {})[row["rung"]] = row
    return found


def _groups(question, found):
    if not question.by:
        return
    nothing = Totals(None, None)
    keys = sorted(found.keys() - {""}, key=lambda key: (-_captured(found[key]), key))
    for key in keys:
        label = next(iter(found[key].values()))["label"] or NOBODY[question.by][key]
        yield Group(key, label, _rows(question, found[key], nothing))


def _captured(rows):
    return rows["captured"]["count"] if "captured" in rows else 0


def _rows(question, found, counts):
    build = _cohort_row if question.is_cohort else _flow_row
    reached, visited = (None, None) if question.is_cohort else (counts.reached, counts.visited)
    above = (Row("reached", reached), Row("visited", visited))
    return above + tuple(build(rung, found) for rung in CLIMBED)


def _flow_row(rung, found):
    row = found.get(rung.key, {"count": 0, "value": None})
    return Row(rung.key, row["count"], value=row["value"])


def _cohort_row(rung, found):
    row = found.get(rung.key, EMPTY)
    mature = found.get("captured", EMPTY)["mature"]
    before = found.get(rung.before, EMPTY)["mature"]
    median, p80 = row["days"] or (None, None)
    return Row(
        rung.key,
        row["count"],
        mature=mature,
        imputed=row["imputed"],
        of_previous=Ratio(row["passed"], before) if rung.before else None,
        of_first=Ratio(row["mature"], mature),
        inside=row["inside"],
        median_days=median,
        p80_days=p80,
        value=row["value"],
    )


EMPTY = {
    "count": 0,
    "imputed": 0,
    "mature": 0,
    "passed": 0,
    "inside": 0,
    "days": None,
    "value": None,
}


def _statement(question):
    figures = _figures if question.is_cohort else _count
    sets = "GROUPING SETS ((), (c.key))" if question.by else "()"
    worths = "GROUPING SETS ((r.rung), (c.key, r.rung))" if question.by else "r.rung"
    key = "c.key" if question.by else "NULL::text"
    counted = " UNION ALL ".join(
        f"SELECT {key} AS key, {figures(rung)} FROM climb c"
        f" WHERE {stands(question, f'c.{rung.key}')} GROUP BY {sets}"
        for rung in CLIMBED
    )
    return f"""{climb(question)}, counted AS ({counted}), worth AS (
        SELECT {key} AS key, r.rung, sum(d.base_amount) AS value
        FROM climb c JOIN deal_climb d ON d.lead_id = c.id
        CROSS JOIN LATERAL (VALUES {_worths()}) r(rung, at, lead_at)
        WHERE {stands(question, "r.at")} AND {stands(question, "r.lead_at")}
        GROUP BY {worths}
    )
    SELECT counted.*, worth.value FROM counted LEFT JOIN worth
    ON worth.rung = counted.rung AND worth.key IS NOT DISTINCT FROM counted.key"""


def _count(rung):
    return f"'{rung.key}' AS rung, max(c.label) AS label, count(*) AS count"


def _figures(rung):
    parts = "".join(
        f" count(*) FILTER (WHERE {part(rung, name)}) AS {name},"
        for name in (IMPUTED, MATURE, PASSED, INSIDE)
    )
    known, start = known_time(rung.key), known_time(rung.before)
    return f"""{_count(rung)}, {parts}
        percentile_cont(ARRAY[0.5, 0.8]) WITHIN GROUP (
            ORDER BY extract(epoch FROM {known} - {start})::float8 / 86400
        ) FILTER (WHERE {known} <= c.until AND {known} >= {start}) AS days"""


def _worths():
    """A deal has its worth on the rungs it reached itself; on Again, what was bought before."""
    again = "('again', CASE WHEN d.won <= c.again THEN c.again END, c.again)"
    return ", ".join([*(f"('{key}', d.{key}, c.{key})" for key in WORTH[:-1]), again])
