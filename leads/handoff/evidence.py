"""What was known when a lead was offered, frozen with the offer."""

from collections import defaultdict

from leads.touches.models import Touchpoint

TOUCHES_SHOWN = 5


def evidence(lead, touches, agreement, checks, tier, scores=None):
    """Plain values that no later edit can change. `checks` are the Agreement's, judged now.

    Without `scores`, as there was no rule then, it has none: that is unknown, not 0.
    """
    person = lead.person
    known = {"scores": scores.frozen} if scores else {}
    return known | {
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
        "agreement": agreement.number,
        "tier": tier.tier,
        "checks": [{"label": str(check.label), "met": check.met} for check in checks],
    }


def touches_before(moments):
    """{lead: its last touches, newest first} for {lead: moment}; one query."""
    found = defaultdict(list)
    for touch in Touchpoint.objects.filter(lead__in=moments).order_by("-at", "-id"):
        if touch.at <= moments[touch.lead_id] and len(found[touch.lead_id]) < TOUCHES_SHOWN:
            found[touch.lead_id].append(touch)
    return found
