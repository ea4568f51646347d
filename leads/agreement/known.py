"""What is known of a lead at a moment, as annotations that the rules of conditions.py look at."""

from functools import reduce
from operator import or_

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from leads.agreement.conditions import SCORES, named
from leads.agreement.terms import Tier
from leads.scoring.points import active_rules, totals
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


def of_leads(conditions):
    """The facts by name. The score, where `conditions` look at it, is by the rules of today."""
    scored = totals(active_rules()) if conditions.keys() & {*SCORES} else {}
    return OF_LEADS | scored


def judged(rows, facts, conditions, moment):
    """`rows` with `met_<kind>` of each of `conditions`: True, False or None.

    `facts` are expressions by name, as of_leads; `moment` is the expression of when it is asked.
    """
    rules = named(conditions)
    rows = knowing(rows, facts, [rule for rule, _value in rules], moment)
    return rows.annotate(
        **{
            f"met_{rule.key}": ExpressionWrapper(rule.met(value), BooleanField(null=True))
            for rule, value in rules
        }
    )


def knowing(rows, facts, rules, moment):
    """`rows` with `known_<fact>` of all that the Rules look at; `facts`, `moment` as in judged."""
    needed = {name for rule in rules for name in rule.needs}
    rows = rows.annotate(known_moment=moment)
    return rows.annotate(**{f"known_{name}": facts[name] for name in sorted(needed)})


def tier_by(agreement):
    """The tier as an expression over rows that are `knowing` the rules of its tiers: the first of
    whose conditions one is met, cold otherwise."""
    told = [term for term in agreement.tiers if term.when]
    whens = [When(_any_met(term.when), then=Value(term.tier)) for term in told]
    return Case(*whens, default=Value(str(Tier.COLD)), output_field=CharField())


def _any_met(conditions):
    return reduce(or_, (rule.met(value) for rule, value in named(conditions)))
