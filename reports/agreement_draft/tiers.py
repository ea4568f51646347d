"""Which offers would have been of another tier under a draft of the Agreement."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, When

from leads.agreement.conditions import named
from leads.agreement.known import knowing, tier_by
from leads.agreement.models import Agreement
from leads.agreement.queries import built_in
from leads.agreement.terms import Tier
from reports.agreement_draft.definition import OF_OFFERS
from reports.line_parts import offered_in


@dataclass(frozen=True)
class Moved:
    """`count` offers of one tier that would have been of another."""

    tier: Tier
    to: Tier
    count: int


@dataclass(frozen=True)
class Tiers:
    """Of `offers` that have a tier, those of another; the most urgent first."""

    offers: int
    moved: tuple  # of Moved

    @property
    def count(self):
        return sum(each.count for each in self.moved)


def tiers(draft, period) -> Tiers:
    rows = tiered(draft, period)
    found = moved(rows).order_by().values_list("tier", "draft_tier").annotate(n=Count("pk"))
    order = list(Tier)
    told = [Moved(Tier(tier), Tier(to), count) for tier, to, count in found]
    told.sort(key=lambda each: (order.index(each.tier), order.index(each.to)))
    return Tiers(rows.count(), tuple(told))


def tiered(draft, period):
    """The hand-offs of `period` that have a tier, with `draft_tier`, by what was known then.

    A tier that is not the one that the version of the offer gives was chosen by hand, and stays.
    """
    rows = offered_in(period).exclude(tier="")
    versions = list(Agreement.objects.filter(handoffs__in=rows).distinct())
    rules = [rule for each in (draft, *versions) for rule in _rules(each)]
    given = Case(
        *(When(agreement=each.pk, then=tier_by(each)) for each in versions),
        default=tier_by(built_in()),
    )
    rules += _rules(built_in())
    rows = knowing(rows, OF_OFFERS, rules, F("offered_at")).annotate(given_tier=given)
    by_rule = When(tier=F("given_tier"), then=tier_by(draft))
    return rows.annotate(draft_tier=Case(by_rule, default=F("tier")))


def moved(rows):
    """Of `tiered` rows those of another tier."""
    return rows.exclude(tier=F("draft_tier"))


def _rules(agreement):
    return [rule for term in agreement.tiers for rule, _value in named(term.when)]
