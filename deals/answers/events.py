"""What marketing is told of sales' answers."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.events import Event
from leads.handoff.audience import offerers
from leads.handoff.telling import announce

RETURNED = Event("returned", gettext_lazy("Sales returned a lead of mine"))
EVENTS = [RETURNED]


def tell_returned(handoff, step, reason):
    announce(
        handoff,
        RETURNED,
        step,
        to=offerers,
        but=step.by,
        title=_("%s came back"),
        words="\n".join(filter(None, [str(reason), step.words])),
        path=reverse("reports:lead", args=[handoff.lead_id]),
    )
