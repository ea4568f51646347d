"""What people are told of a return that is answered or contested."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.events import Event
from leads.handoff.audience import managers, offerers
from leads.handoff.telling import announce
from leads.stages import HandoffStage

ANSWERED = Event("answered", gettext_lazy("Marketing answers my return"))
DISPUTED = Event("disputed", gettext_lazy("A return is disputed"))
DECIDED = Event("decided", gettext_lazy("A dispute is decided"))
EVENTS = [ANSWERED, DISPUTED, DECIDED]


def tell_answered(handoff, act):
    _tell(handoff, ANSWERED, act, _returners, _("Marketing answers your return of %s"))


def tell_disputed(handoff, step):
    _tell(handoff, DISPUTED, step, managers, _("The return of %s is disputed"))


def tell_decided(handoff, step):
    upheld = step.to_stage == HandoffStage.UPHELD
    title = _("The return of %s stands") if upheld else _("The return of %s is overturned")
    _tell(handoff, DECIDED, step, lambda row: [*offerers(row), *_returners(row)], title)


def _returners(handoff):
    answers = handoff.steps.filter(to_stage=HandoffStage.RETURNED).select_related("by")
    return [answer.by for answer in answers]


def _tell(handoff, event, fact, to, title):
    path = reverse("reports:lead", args=[handoff.lead_id])
    announce(handoff, event, fact, to=to, but=fact.by, title=title, words=fact.words, path=path)
