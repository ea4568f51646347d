"""How well a lead fits, and how lively its interest is: 0 to 100 each, as rows that can be read.

A row of engagement halves every 30 days: points x 0.5 ^ (age in days / 30). A rule counts once per
lead, at the latest touch it fits, so that no sum is driven up by coming back to the same page.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils.timezone import now

from leads.scoring.conditions import FIT, TOUCHED
from leads.scoring.models import HIGHEST, Scale, ScoreRule
from leads.touches.models import Touchpoint

HALF_LIFE = timedelta(days=30)
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Row:
    """One rule that holds: what it gave, by which touch, until when, and what it counts now."""

    rule: ScoreRule
    counts: Decimal  # points today, to a tenth
    touch: Touchpoint | None = None  # what earned it; None of fit
    expires_at: datetime | None = None


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
    rules = list(ScoreRule.objects.filter(active=True))
    leads = list(leads)
    if not rules or not leads:
        return {}
    one = at or now()
    moments = at if isinstance(at, dict) else {lead.pk: one for lead in leads}
    latest = _latest(leads, rules, moments)
    return {lead.pk: _scored(lead, rules, latest, moments[lead.pk]) for lead in leads}


def _latest(leads, rules, moments):
    """{(lead's key, kind): the latest touch of that kind that its person had by its moment}"""
    kinds = [rule.asks[TOUCHED] for rule in rules if rule.scale == Scale.ENGAGEMENT]
    if not kinds:
        return {}
    theirs = defaultdict(list)
    for lead in leads:
        theirs[lead.person_id].append(lead.pk)
    by = max(moments.values())
    seen = Touchpoint.objects.filter(person__in=list(theirs), kind__in=kinds, at__lte=by)
    seen = seen.order_by("person_id", "kind", "-at", "-pk")
    if len(set(moments.values())) == 1:
        seen = seen.distinct("person_id", "kind")
    found = {}
    for touch in seen:
        for pk in theirs[touch.person_id]:
            if touch.at <= moments[pk]:
                found.setdefault((pk, touch.kind), touch)
    return found


def _scored(lead, rules, latest, at):
    fit, engagement = [], []
    for rule in rules:
        if rule.scale == Scale.FIT:
            [key] = rule.asks
            if FIT[key].met(lead):
                fit.append(Row(rule, Decimal(rule.points)))
        else:
            touch = latest.get((lead.pk, rule.asks[TOUCHED]))
            row = touch and _earned(rule, touch, at)
            engagement += [row] if row else []
    return Scores(Score(tuple(fit)), Score(tuple(engagement)))


def _earned(rule, touch, at):
    """The row a touch earns; None once it has expired."""
    expires_at = touch.at + timedelta(days=rule.days) if rule.days else None
    if expires_at and expires_at <= at:
        return None
    left = rule.points * 0.5 ** ((at - touch.at) / HALF_LIFE)
    return Row(rule, Decimal(left).quantize(TENTH, ROUND_HALF_UP), touch, expires_at)
