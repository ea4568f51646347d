"""What is known of a lead at a moment, as annotations that the rules of conditions.py look at."""

import json

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    DateTimeField,
    ExpressionWrapper,
    F,
    Func,
    Max,
    OuterRef,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.timezone import now

from leads.agreement.conditions import named
from leads.touches.models import Touchpoint


def touch_facts(lead):
    """What its touches up to the moment tell; `lead` is the name of the lead's key in the rows."""
    seen = Touchpoint.objects.filter(lead=OuterRef(lead), at__lte=OuterRef("known_moment"))
    grouped = seen.order_by().values("lead")
    return {
        "touches": Coalesce(Subquery(grouped.annotate(n=Count("pk")).values("n")), 0),
        "touched_at": Subquery(grouped.annotate(last=Max("at")).values("last")),
        "kinds": ArraySubquery(seen.order_by().values("kind").distinct()),
    }


OF_LEADS = {
    "name": F("person__name"),
    "email": F("person__email"),
    "phone": F("person__phone"),
    "company": Coalesce("person__company__name", Value("")),
    "words": F("words"),
    "page": F("landing_page"),
    "product": Coalesce("product__name", Value("")),
    "channel": F("channel__key"),
    "campaign": F("campaign_id"),
    **touch_facts("pk"),
}


def judged(rows, facts, conditions, moment):
    """`rows` with `met_<kind>` of each of `conditions`: True, False or None.

    `facts` are expressions by name, as OF_LEADS; `moment` is the expression of when it is asked.
    """
    rules = named(conditions)
    needed = {name for rule, _value in rules for name in rule.needs}
    rows = rows.annotate(known_moment=moment)
    rows = rows.annotate(**{f"known_{name}": facts[name] for name in sorted(needed)})
    return rows.annotate(
        **{
            f"met_{rule.key}": ExpressionWrapper(rule.met(value), BooleanField(null=True))
            for rule, value in rules
        }
    )


def moment_of(at):
    """The expression of `at`: an instant, {lead's key: instant}, or None for now."""
    if not isinstance(at, dict):
        return Value(at or now(), DateTimeField())
    times = json.dumps({str(pk): each.isoformat() for pk, each in at.items()})
    return Func(
        Value(times, TextField()),
        Cast("pk", TextField()),
        arg_joiner="::jsonb ->> ",
        template="(%(expressions)s)::timestamptz",
        output_field=DateTimeField(),
    )
