from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.race import lost_race
from funnel.refusal import Refusal
from leads.handoff.actions import Offer, offer, offer_many
from leads.lead.models import Lead, LeadStep
from leads.routing.deciding import Router, receiver_of
from leads.routing.models import RoutingRule
from leads.stages import LEAD_MACHINE, LeadStage

CHUNK = 1000


@transaction.atomic
def offer_by_rules(lead, *, by, note="", tier="", at=None, not_to=()):
    """Offer the lead to whom the rules choose, none of the users whose keys are `not_to`. Returns
    the hand-off, which keeps the trace.

    Refusal where no rule has anybody; LostRace when someone else offered it meanwhile. Offering
    again what the same person offered returns the waiting hand-off and takes no turn.
    """
    at = at or now()
    if not _offerable([lead]):
        return offer(lead, by=by, to=by, at=at)  # the one that waits already, or why not
    router = _locked([lead], at, not_to=not_to)
    decision = router.decide(lead)
    if not decision:
        raise Refusal(_("No rule has anybody for this lead. Choose who gets it."), field="receiver")
    how = {"note": note, "tier": tier, "at": at, "trace": decision.trace}
    handoff = offer(lead, by=by, **how, **decision.receiver)
    router.take(decision)
    router.keep()
    return handoff


def offer_many_by_rules(leads, *, by, note="", tier="", at=None):
    """Offer a set of leads by the rules, in its order. Returns (hand-offs, {lead's key: why}).

    Without a `tier` the Agreement says which each is of. A chunk takes as many queries however
    many leads are in it; each chunk is one transaction.
    """
    return _in_chunks(leads, _offer_by_rules, by=by, note=note, tier=tier, at=at or now())


def offer_many_to(leads, *, by, to=None, team=None, note="", tier="", at=None):
    """Offer a set of leads to one person or one team's queue, as `offer_many_by_rules` does.

    Refusal without a receiver.
    """
    how = {"to": to, "team": team, "note": note, "tier": tier}
    return _in_chunks(leads, _offer_to, by=by, at=at or now(), **how)


@transaction.atomic
def take_turn(handoff, *, at=None):
    """Who gets a waiting offer that nobody answered in time, and has had their turn with it:
    {to, team, trace}, {team, trace}, or None.

    The next by the rules who did not let it lie, is there and has room; else its team's queue;
    None where it lies there already.
    """
    router = _locked([handoff.lead], at or now(), not_to={handoff.offered_to_id})
    decision = router.decide(handoff.lead)
    router.take(decision)
    router.keep()
    receiver = receiver_of(handoff, decision)
    return receiver and receiver | {"trace": decision.trace or None}


def _in_chunks(leads, offer_chunk, **how):
    handoffs, refused = [], {}
    for first in range(0, len(leads), CHUNK):
        made, not_made = offer_chunk(leads[first : first + CHUNK], **how)
        handoffs += made
        refused |= not_made
    return handoffs, refused


@transaction.atomic
def _offer_by_rules(leads, *, at, **how):
    fresh = _offerable(leads)
    refused = _outrun(leads, fresh)
    leads = _with_parts([lead for lead in leads if lead.pk in fresh])
    router = _locked(leads, at)
    offers = []
    for lead in leads:
        decision = router.decide(lead)
        if decision:
            router.take(decision)
            offers.append(Offer(lead, at, trace=decision.trace, **how, **decision.receiver))
        else:
            refused[lead.pk] = _("No rule has anybody for it.")
    handoffs, not_moved = offer_many(offers)
    router.keep()
    return handoffs, refused | not_moved


@transaction.atomic
def _offer_to(leads, **how):
    fresh = _offerable(leads)
    offers = [Offer(lead, **how) for lead in leads if lead.pk in fresh]
    handoffs, not_moved = offer_many(offers)
    return handoffs, _outrun(leads, fresh) | not_moved


def _outrun(leads, fresh):
    """{lead's key: who did what with it before} of those that cannot be offered any more."""
    late = {lead.pk: lead for lead in leads if lead.pk not in fresh}
    steps = LeadStep.objects.filter(lead__in=late).select_related("by").order_by("lead", "-id")
    outrun = {
        step.lead_id: lost_race(late[step.lead_id], step).message for step in steps.distinct("lead")
    }
    folded = Lead._base_manager.filter(pk__in=late).exclude(folded_into=None)
    return outrun | {lead.pk: lead.counts_elsewhere().message for lead in folded}


def _offerable(leads):
    """The keys of those that can be offered; they stay so until the transaction ends."""
    rows = Lead.objects.select_for_update().filter(pk__in=[lead.pk for lead in leads])
    rows = rows.filter(stage__in=LEAD_MACHINE.before(LeadStage.OFFERED)).order_by("pk")
    return set(rows.values_list("pk", flat=True))


def _with_parts(leads):
    related = Lead.objects.select_related("person__company", "channel")
    found = related.in_bulk([lead.pk for lead in leads])
    return [found[lead.pk] for lead in leads]


def _locked(leads, at, **how):
    """The router, while nobody else takes a turn: leads are locked first, then the rules."""
    rows = RoutingRule.objects.select_for_update().filter(active=True).order_by("pk")
    list(rows.values_list("pk"))
    return Router(leads, at, **how)
