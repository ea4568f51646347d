"""What people are told about leads of theirs."""

from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.notices.actions import tell
from funnel.notices.events import HISTORY, Event
from leads.stages import LeadStage

WOKE = Event("woke", gettext_lazy("A lead that slept is awake again"))
QUALIFIED = Event("qualified", gettext_lazy("A lead of mine is qualified by the Agreement"))
EVENTS = [WOKE, QUALIFIED]


def tell_woken(lead, step):
    """Its owner, and whoever put it away: of sales, who asked for it later."""
    slept = lead.steps.filter(to_stage=LeadStage.RECYCLED).select_related("by").last()
    _tell(WOKE, lead, step, [lead.owner, slept and slept.by], _("%s is awake again"))


def tell_qualified(lead, step):
    _tell(QUALIFIED, lead, step, [lead.owner], _("%s is qualified"))


def _tell(event, lead, step, people, title):
    """Once each; not whoever did it, and nobody of what is history."""
    if now() - step.at > HISTORY:
        return
    told = {each.pk: each for each in people if each and each != step.by}
    where = {"path": lead.get_absolute_url(), "at": step.at, "sample": lead.sample}
    tell(told.values(), event.key, str(step.pk), title=title % lead, words=step.words, **where)
