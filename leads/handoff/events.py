"""What people are told about offers."""

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.events import Event
from leads.handoff.audience import receivers
from leads.handoff.models import HandoffStep
from leads.handoff.telling import NEWS, announce

OFFERED = Event("offered", gettext_lazy("A lead is offered to me"), urgent=True)
WITHDRAWN = Event("withdrawn", gettext_lazy("An offer to me is withdrawn"))
EVENTS = [OFFERED, WITHDRAWN]


def place(handoff):
    """Where it is answered."""
    return f"{reverse('deals:inbox')}?open={handoff.pk}#handoff-{handoff.pk}"


def tell_offered(handoff, step):
    announce(
        handoff,
        OFFERED,
        step,
        to=receivers,
        but=step.by,
        title=_("%s is offered to you"),
        words=handoff.note or handoff.evidence["words"],
        path=place(handoff),
    )


def tell_all_offered(handoffs):
    """As `tell_offered`, for a set; what is history costs nothing."""
    fresh = {each.pk: each for each in handoffs if now() - each.offered_at <= NEWS}
    for step in HandoffStep.objects.filter(handoff__in=fresh).select_related("by"):
        tell_offered(fresh[step.handoff_id], step)


def tell_withdrawn(handoff, step):
    announce(
        handoff,
        WITHDRAWN,
        step,
        to=receivers,
        but=step.by,
        title=_("%s is no longer offered"),
        words=step.words,
        path=reverse("deals:inbox"),
    )
