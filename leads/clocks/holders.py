"""Who had a hand-off while it waited: first whom it was offered to, then whoever it was passed on
to or who claimed it. Its clocks run on through all of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext as _

from funnel.models import Team, User
from leads.handoff.models import ActKind, HandoffAct
from leads.routing.models import Claim


@dataclass(frozen=True)
class Holding:
    """From `since` on it waited for `to`, without one for the queue of `team`; without both nobody
    knows any more. It came there by `fact`, an act or a claim; None: by the offer itself."""

    to: User | None
    team: Team | None
    since: datetime
    fact: HandoffAct | Claim | None = None

    def __str__(self):
        if self.to or self.team is None:
            return str(self.to or "")
        return _("the queue of %s") % self.team


def holdings(handoffs):
    """{hand-off's key: [Holding], oldest first}; two queries however many they are.

    The hand-offs need `first_to` and `first_team`.
    """
    keys, facts = [each.pk for each in handoffs], defaultdict(list)
    acts = HandoffAct.objects.filter(handoff__in=keys, kind=ActKind.REROUTED)
    for act in acts.select_related("by", "to", "team"):
        facts[act.handoff_id].append(act)
    for claim in Claim.objects.filter(handoff__in=keys).select_related("by").order_by("id"):
        facts[claim.handoff_id].append(claim)
    return {each.pk: _held(each, facts[each.pk]) for each in handoffs}


def _held(handoff, facts):
    held = [Holding(handoff.first_to, handoff.first_team, handoff.offered_at)]
    for fact in sorted(facts, key=lambda fact: fact.at):
        claimed = isinstance(fact, Claim)
        to, team = (fact.by, held[-1].team) if claimed else (fact.to, fact.team)
        held.append(Holding(to, team, fact.at, fact))
    return held


def came_over():
    """Of waiting offers: those whose time to answer was over when they came to whom they wait for.
    A condition for queries."""
    after = Q(at__gte=OuterRef("accept_due_at"))
    return Q(Exists(_acts().filter(after))) | Q(Exists(_claims().filter(after)))


def with_holder_at_due(handoffs):
    """Each with `holder_at_due`, the key of whoever had it when the time to answer was over; where
    it was not over, or none was agreed, of whoever had it last. None: a queue."""
    before = Q(at__lt=OuterRef("accept_due_at"))
    act, claim = (facts.filter(before).order_by("-at", "-pk") for facts in (_acts(), _claims()))
    found = handoffs.alias(
        passed_at=Subquery(act.values("at")[:1]), claimed_at=Subquery(claim.values("at")[:1])
    )
    not_over = Q(accept_due_at=None) | Q(held_at__lte=F("accept_due_at"))
    claimed = Q(passed_at=None) | Q(claimed_at__gte=F("passed_at"))
    return found.annotate(
        holder_at_due=Case(
            When(not_over, then=F("offered_to")),
            When(Q(claimed_at__isnull=False) & claimed, then=Subquery(claim.values("by")[:1])),
            When(passed_at__isnull=False, then=Subquery(act.values("to")[:1])),
            default=F("first_to"),
            output_field=BigIntegerField(),
        )
    )


def _acts():
    return HandoffAct.objects.filter(handoff=OuterRef("pk"), kind=ActKind.REROUTED)


def _claims():
    return Claim.objects.filter(handoff=OuterRef("pk"))
