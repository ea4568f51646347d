"""What people are told about offers."""

from functools import cache

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.actions import tell_many
from funnel.notices.events import HISTORY, Event
from funnel.permissions import Can
from leads.handoff.audience import holding, receivers
from leads.handoff.models import HandoffStep
from leads.handoff.telling import announce, news

OFFERED = Event("offered", gettext_lazy("A lead is offered to me"), urgent=True)
WITHDRAWN = Event("withdrawn", gettext_lazy("An offer to me is withdrawn"))
EVENTS = [OFFERED, WITHDRAWN]


def place(handoff):
    """Where it is answered."""
    return f"{reverse('deals:inbox')}?open={handoff.pk}#handoff-{handoff.pk}"


def tell_offered(handoff, step):
    tell_many(OFFERED.key, _offered(handoff, step, receivers))


def tell_all_offered(handoffs):
    """As `tell_offered`, for a set, in as many queries as for one; history costs nothing."""
    fresh = {each.pk: each for each in handoffs if now() - each.offered_at <= HISTORY}
    if not fresh:
        return
    queue = cache(lambda team: list(holding(Can.ANSWER_OFFERS).filter(teams=team)))
    steps = HandoffStep.objects.filter(handoff__in=fresh).select_related("by")
    told = [_offered(fresh[step.handoff_id], step, lambda row: _of(row, queue)) for step in steps]
    tell_many(OFFERED.key, [each for news in told for each in news])


def _of(handoff, queue):
    return [handoff.offered_to] if handoff.offered_to else queue(handoff.team)


def _offered(handoff, step, to):
    return news(
        handoff,
        step,
        to=to,
        but=step.by,
        title=_("%s is offered to you"),
        words=handoff.note or handoff.evidence["words"],
        path=place(handoff),
    )


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
