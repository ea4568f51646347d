from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.ledger import move
from funnel.refusal import Refusal
from leads.handoff.models import Handoff
from leads.stages import HandoffStage, LeadStage


@transaction.atomic
def offer(lead, *, by, to=None, team=None, note="", at=None):
    """Marketing offers the lead to a person, or to a team's queue. Returns the hand-off.

    The evidence is frozen with the offer. Offering again what the same person already offered
    returns the waiting hand-off. Refusal without a receiver; LostRace when someone else offered.
    """
    if to is None and team is None:
        raise Refusal(_("Choose who gets this lead."), field="to")
    at = at or now()
    if move(lead, LeadStage.OFFERED, by=by, at=at) is None:
        return lead.handoffs.waiting().get()
    handoff = Handoff.objects.create(
        lead=lead,
        pass_no=lead.handoffs.count() + 1,
        offered_by=by,
        offered_to=to,
        team=team or to.teams.order_by("pk").first(),
        offered_at=at,
        note=note,
        evidence=_evidence(lead, at),
        sample=lead.sample,
    )
    move(handoff, HandoffStage.OFFERED, by=by, at=at)
    return handoff


@transaction.atomic
def withdraw(handoff, *, by, words="", at=None):
    """Marketing takes a waiting offer back; the lead is where it was before."""
    step = move(handoff, HandoffStage.WITHDRAWN, by=by, words=words, at=at)
    if step:
        move(handoff.lead, handoff.lead.stage_before_the_line, by=by, words=words, at=at)
    return step


def _evidence(lead, at):
    """What was known when it was offered, as plain values that no later edit can change."""
    person = lead.person
    touches = lead.touchpoints.filter(at__lte=at).order_by("-at", "-id")[:5]
    return {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "company": str(person.company or ""),
        "words": lead.words,
        "landing_page": lead.landing_page,
        "campaign": str(lead.campaign or ""),
        "channel": str(lead.channel or ""),
        "product": str(lead.product or ""),
        "touches": [
            {"at": each.at.isoformat(), "kind": each.kind, "words": each.words, "page": each.page}
            for each in touches
        ],
    }
