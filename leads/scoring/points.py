"""The score in SQL, over rows of leads that are annotated with `known_moment`: when it is asked.

A row of engagement halves every 30 days: points x 0.5 ^ (age in days / 30), to a tenth. A rule
counts once per lead, at the latest touch it fits, so that no sum is driven up by coming back to
the same page.
"""

from datetime import timedelta

from django.db.models import (
    Case,
    DateTimeField,
    DecimalField,
    DurationField,
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    IntegerField,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest, Least, Power, Round

from leads.scoring.conditions import ENGAGEMENT, FIT
from leads.scoring.models import HIGHEST, Scale, ScoreRule

HALF_LIFE = timedelta(days=30)
POINTS = DecimalField(max_digits=12, decimal_places=6)


def active_rules():
    """The rules that count, fit before engagement."""
    return list(ScoreRule.objects.filter(active=True))


def totals(rules):
    """{scale: the expression of a lead's total, 0 to 100}; None of a scale without a rule.

    It is the sum of what its rows count, to whole points.
    """
    return {scale: _total([r for r in rules if r.scale == scale]) for scale in Scale}


def counts(rule):
    """The expression of what `rule` counts for a lead; NULL where it does not hold."""
    if rule.scale == Scale.FIT:
        return Case(When(_asked(FIT, rule), then=Value(rule.points)), output_field=POINTS)
    age = Func(
        OuterRef("known_moment") - F("at"),
        template="EXTRACT(EPOCH FROM %(expressions)s)",
        output_field=FloatField(),
    )
    left = Value(float(rule.points)) * Power(Value(0.5), age / Value(HALF_LIFE.total_seconds()))
    latest = _latest(rule).annotate(counts=Round(Cast(left, POINTS), precision=1))
    return Subquery(latest.values("counts")[:1], output_field=POINTS)


def earned_at(rule):
    """The expression of when a rule of engagement was earned; NULL where it was not."""
    return Subquery(_latest(rule).values("at")[:1])


def _latest(rule):
    """What the person did that `rule` asks, up to the moment and not yet expired; latest first."""
    done = _asked(ENGAGEMENT, rule).filter(at__lte=OuterRef("known_moment"))
    if rule.days:
        days = Value(timedelta(days=rule.days), DurationField())
        since = ExpressionWrapper(OuterRef("known_moment") - days, DateTimeField())
        done = done.filter(at__gt=since)
    return done.order_by("-at", "-pk")


def _asked(conditions, rule):
    [(key, value)] = rule.asks.items()
    return conditions[key].holds(value)


def _total(rules):
    if not rules:
        return Value(None, IntegerField())
    total = sum(Coalesce(counts(rule), Value(0), output_field=POINTS) for rule in rules)
    whole = Cast(Round(Cast(total, POINTS)), IntegerField())
    return Least(Value(HIGHEST), Greatest(Value(0), whole), output_field=IntegerField())
