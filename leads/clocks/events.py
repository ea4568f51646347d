"""What people are told while a clock runs."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.events import Event
from leads.handoff.audience import managers, offerers, receivers
from leads.handoff.events import place
from leads.handoff.models import Clock
from leads.handoff.telling import announce

HALF = Event("clock_half", gettext_lazy("Half of the agreed time is used"))
SOON = Event("clock_soon", gettext_lazy("The agreed time is nearly used"), urgent=True)
OVER = Event("clock_over", gettext_lazy("The agreed time is over"), urgent=True)
EXPIRED = Event("expired", gettext_lazy("An offer ran out unanswered"), urgent=True)
REROUTED = Event("rerouted", gettext_lazy("A waiting lead is passed on to me"), urgent=True)
NUDGED = Event("nudged", gettext_lazy("Marketing asks for an answer"))
EVENTS = [HALF, SOON, OVER, EXPIRED, REROUTED, NUDGED]
RUNGS = {50: HALF, 80: SOON, 100: OVER}
TITLES = {
    (Clock.ACCEPT, HALF): gettext_lazy("%s: half of the time to answer is used"),
    (Clock.ACCEPT, SOON): gettext_lazy("%s: the time to answer is nearly used"),
    (Clock.ACCEPT, OVER): gettext_lazy("%s was not answered in the agreed time"),
    (Clock.CONTACT, HALF): gettext_lazy("%s: half of the time to the first contact is used"),
    (Clock.CONTACT, SOON): gettext_lazy("%s: the time to the first contact is nearly used"),
    (Clock.CONTACT, OVER): gettext_lazy("%s was not contacted in the agreed time"),
}


def tell_rung(handoff, clock, act):
    """50 and 80 %: whoever has it. 100 %: they and those who run the line."""
    event = RUNGS[act.rung]
    announce(
        handoff,
        event,
        act,
        to=lambda row: [*_holders(row, clock), *(managers(row) if event is OVER else [])],
        title=TITLES[clock, event],
        path=place(handoff) if clock == Clock.ACCEPT else _lead(handoff),
    )


def _holders(handoff, clock):
    return [handoff.lead.seller] if clock == Clock.CONTACT else receivers(handoff)


def tell_expired(handoff, step):
    announce(
        handoff,
        EXPIRED,
        step,
        to=lambda row: [*offerers(row), *managers(row)],
        title=_("Nobody answered: %s is with marketing again"),
        path=_lead(handoff),
    )


def tell_rerouted(handoff, act):
    announce(
        handoff,
        REROUTED,
        act,
        to=receivers,
        but=act.by,
        title=_("%s is passed on to you; its clock runs on"),
        words=act.words,
        path=place(handoff),
    )


def tell_nudged(handoff, act):
    announce(
        handoff,
        NUDGED,
        act,
        to=receivers,
        title=_("Marketing asks for an answer on %s"),
        words=act.words,
        path=place(handoff),
    )


def _lead(handoff):
    return reverse("reports:lead", args=[handoff.lead_id])
