"""Which offers a draft of the Agreement would not have let through."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, IntegerField, Q, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from deals.models import Deal
from deals.stages import DealStage
from leads.agreement.conditions import SCORES, named
from leads.agreement.known import judged, touch_facts
from leads.models import Handoff
from leads.stages import HandoffStage
from reports.line_parts import offered_in

EVIDENCE = ("name", "email", "phone", "company", "words", "product")
OF_OFFERS = {  # as frozen with the offer; its touches up to then
    **{name: KT(f"evidence__{name}") for name in EVIDENCE},
    "page": KT("evidence__landing_page"),
    "channel": F("lead__channel__key"),
    "campaign": F("lead__campaign_id"),
    **{name: Cast(KT(f"evidence__scores__{name}"), IntegerField()) for name in SCORES},
    **touch_facts("lead_id"),
}


@dataclass(frozen=True)
class Unmade:
    """Of the offers of a period, those that the draft would not have let through."""

    offers: int
    count: int
    returned: int  # of these, sent back anyway
    accepted: int
    bought: int  # of the accepted, leads of whom a deal is won
    worth: Decimal  # of those deals, in the organisation's currency


def unmade(draft, period) -> Unmade:
    """What would not have been offered in `period` under `draft`, and what came of it.

    An offer would not have been made where a condition was not met by what was known then; what
    nobody can tell stops none.
    """
    rows = unmade_under(draft, period)
    counts = rows.aggregate(
        count=Count("pk"),
        returned=Count("pk", filter=Q(stage=HandoffStage.RETURNED)),
        accepted=Count("pk", filter=Q(stage=HandoffStage.ACCEPTED)),
    )
    leads = rows.filter(stage=HandoffStage.ACCEPTED).values("lead")
    won = Deal.objects.filter(stage=DealStage.WON, lead__in=leads).aggregate(
        bought=Count("lead", distinct=True), worth=Sum("base_amount", default=Decimal(0))
    )
    return Unmade(offers=offered_in(period).count(), **counts, **won)


def unmade_under(draft, period):
    """The hand-offs offered in `period` that fail a condition of `draft`."""
    failed = Q(pk__in=[])
    for rule, _value in named(draft.conditions):
        failed |= Q(**{f"met_{rule.key}": False})
    rows = judged(offered_in(period), OF_OFFERS, draft.conditions, F("offered_at"))
    return Handoff.objects.filter(pk__in=rows.filter(failed).values("pk"))


def lacking(handoffs, draft):
    """{hand-off's key: [what of `draft` it did not meet, in words]}"""
    rules = named(draft.conditions)
    rows = Handoff.objects.filter(pk__in=[each.pk for each in handoffs])
    rows = judged(rows, OF_OFFERS, draft.conditions, F("offered_at"))
    found = rows.values_list("pk", *(f"met_{rule.key}" for rule, _value in rules))
    return {pk: list(_unmet(rules, answers)) for pk, *answers in found}


def _unmet(rules, answers):
    for (rule, value), met in zip(rules, answers, strict=True):
        if met is False:
            yield rule.label(value)
