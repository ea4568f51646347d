"""How well a lead fits, and how lively its interest is: 0 to 100 each, as rows that can be read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from leads.lead.models import Lead
from leads.lead.moments import moment_of
from leads.scoring.models import HIGHEST, Scale, ScoreRule
from leads.scoring.points import active_rules, counts, earned_at


@dataclass(frozen=True)
class Row:
    """One rule that holds: what it counts now, when it was earned, and until when it counts."""

    rule: ScoreRule
    counts: Decimal  # points today, to a tenth
    at: datetime | None = None  # of the touch that earned it; None of fit

    @property
    def expires_at(self):
        return self.at + timedelta(days=self.rule.days) if self.rule.days else None


@dataclass(frozen=True)
class Score:
    """The sum of its rows, to whole points, and never below 0 or above 100."""

    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        points = sum((row.counts for row in self.rows), Decimal(0))
        whole = int(points.quantize(Decimal(1), ROUND_HALF_UP))
        return max(0, min(HIGHEST, whole))


@dataclass(frozen=True)
class Scores:
    fit: Score
    engagement: Score

    @property
    def rows(self):
        return (*self.fit.rows, *self.engagement.rows)

    @property
    def frozen(self):
        """Plain values that no later change of a rule touches."""
        rows = [
            {"scale": row.rule.scale, "label": str(row.rule), "counts": str(row.counts)}
            for row in self.rows
        ]
        return {"fit": self.fit.total, "engagement": self.engagement.total, "rows": rows}


def scores(leads, at=None):
    """{lead's key: Scores} of a set of leads, in two queries. {} without a rule.

    `at` is when it is asked: an instant, {lead's key: instant}, or None for now; what happened
    after it is not known then. What somebody is, is told as it stands today.
    """
    rules = active_rules()
    keys = [lead.pk for lead in leads]
    if not rules or not keys:
        return {}
    rows = Lead._base_manager.filter(pk__in=keys).order_by()
    rows = rows.annotate(known_moment=moment_of(at))
    rows = rows.annotate(**{f"counts_{rule.pk}": counts(rule) for rule in rules})
    engaged = [rule for rule in rules if rule.scale == Scale.ENGAGEMENT]
    rows = rows.annotate(**{f"at_{rule.pk}": earned_at(rule) for rule in engaged})
    return {row["pk"]: _read(rules, row) for row in rows.values("pk", *_names(rules, engaged))}


def _names(rules, engaged):
    return [*(f"counts_{rule.pk}" for rule in rules), *(f"at_{rule.pk}" for rule in engaged)]


def _read(rules, row):
    found = {scale: [] for scale in Scale}
    for rule in rules:
        if (points := row[f"counts_{rule.pk}"]) is not None:
            found[rule.scale].append(Row(rule, points, row.get(f"at_{rule.pk}")))
    return Scores(Score(tuple(found[Scale.FIT])), Score(tuple(found[Scale.ENGAGEMENT])))
