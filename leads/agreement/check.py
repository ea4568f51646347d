"""Whether leads meet an agreement, and of which tier they are: one query, however many leads.

`at` is when it is asked: an instant, {lead's key: instant}, or None for now. Touches after it do
not count.
"""

from dataclasses import dataclass

from leads.agreement.conditions import named
from leads.agreement.known import judged, of_leads
from leads.agreement.terms import Tier
from leads.lead.models import Lead
from leads.lead.moments import moment_of


@dataclass(frozen=True)
class Check:
    """One condition of the agreement, and whether it is met; None where nobody can tell."""

    key: str
    label: str
    met: bool | None


def check(lead, agreement, at=None):
    """[Check] of every condition of `agreement`, in the order in which it names them."""
    return check_many([lead], agreement, at)[lead.pk]


def check_many(leads, agreement, at=None):
    """{lead's key: [Check]}"""
    rules = named(agreement.conditions)
    found = _answers(leads, agreement.conditions, at)
    return {
        pk: [
            Check(rule.key, rule.label(value), met)
            for (rule, value), met in zip(rules, answers, strict=True)
        ]
        for pk, answers in found.items()
    }


def meeting(leads, agreement, at=None):
    """Of a set of leads those that meet all conditions of `agreement`."""
    rows = judged(leads, of_leads(agreement.conditions), agreement.conditions, moment_of(at))
    return rows.filter(**{f"met_{rule.key}": True for rule, _value in named(agreement.conditions)})


def tier_of(lead, agreement, at=None):
    """The Term that `agreement` gives it."""
    return tiers_of([lead], agreement, at)[lead.pk]


def tiers_of(leads, agreement, at=None):
    """{lead's key: Term}: the first tier of whose conditions it meets one, cold otherwise."""
    terms = {term.tier: term for term in agreement.tiers}
    found = {lead.pk: terms[Tier.COLD] for lead in leads}
    for term in reversed(agreement.tiers):
        for pk, answers in _answers(leads, term.when, at).items():
            if True in answers:
                found[pk] = term
    return found


def _answers(leads, conditions, at):
    """{lead's key: [True, False or None per condition]}"""
    rules = named(conditions)
    if not rules:
        return {lead.pk: [] for lead in leads}
    rows = Lead.objects.filter(pk__in=[lead.pk for lead in leads])
    rows = judged(rows, of_leads(conditions), conditions, moment_of(at)).order_by()
    asked = [f"met_{rule.key}" for rule, _value in rules]
    return {pk: answers for pk, *answers in rows.values_list("pk", *asked)}
