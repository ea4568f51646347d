from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Team
from funnel.permissions import Can
from leads.handoff.audience import holding
from leads.handoff.evidence import evidence, touches_before
from leads.handoff.promises import Promises
from leads.scoring.score import scores


def sellers():
    """Who can answer an offer."""
    return list(holding(Can.ANSWER_OFFERS).exclude(email=None))


def queues():
    """Teams with somebody in them who can answer."""
    return list(Team.objects.filter(members__in=[user.pk for user in sellers()]).distinct())


def seen(lead):
    """What would be frozen with an offer made now, and the Term that would hold."""
    moments = {lead.pk: now()}
    agreement, checks, term = Promises(moments, [lead]).to(lead)
    touches = touches_before(moments)[lead.pk]
    scored = scores([lead]).get(lead.pk)
    return evidence(lead, touches, agreement, checks, term, scored), agreement, term


def missing(lead, agreement):
    """What sales would have to find out by itself: {field: in words}.

    A company and a product are missed only where `agreement` asks for them.
    """
    person, asked = lead.person, agreement.conditions
    wanted = {
        "name": (_("no name"), person.name),
        "email": (_("no e-mail address"), person.email),
        "phone": (_("no phone number"), person.phone),
        "company": (_("no company"), person.company_id or "company" not in asked),
        "words": (_("nothing in their own words"), lead.words),
        "product": (_("no product"), lead.product_id or "product" not in asked),
    }
    return {field: words for field, (words, there) in wanted.items() if not there}
