"""The context card of one hand-off: what its frozen evidence does not say."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deals.answers import around
from deals.answers.queries import touches
from deals.answers.there import There, there
from leads.clocks.holders import holdings
from leads.handoff.passes import earlier


@dataclass(frozen=True)
class Card:
    touches: list  # what they had done when it was offered, newest first
    held: list  # [Holding]: to whom it was offered, and who had it since
    earlier: list  # the passes before this one
    episodes: around.Few  # the person's other leads
    company: around.Few  # who else is there
    known: str  # what need not be asked again, "" where nothing is known
    said: list  # what they told sales before
    there: There | None
    alike: around.Alike | None


def card(handoff, reader):
    """The Card of a hand-off for `reader`: as many queries however much there is to tell.

    Touches and what is known are as they were when it was offered; all else is as it is now.
    """
    lead, frozen = handoff.lead, handoff.evidence
    return Card(
        touches=touches(handoff),
        held=holdings([handoff])[handoff.pk],
        earlier=earlier(handoff),
        episodes=around.episodes(lead, reader),
        company=around.company(lead.person, reader),
        known=known(frozen),
        said=around.said(lead, reader),
        there=there(frozen.get("phone", ""), handoff.team),
        alike=around.alike(lead, reader),
    )


def known(facts):
    """What need not be asked again, as a list in words: of `facts` named as the evidence is."""
    asked = {
        "name": _("name"),
        "phone": _("phone"),
        "email": _("e-mail"),
        "company": _("company"),
        "words": _("what it is about"),
        "product": _("product"),
    }
    return capfirst(", ".join(words for key, words in asked.items() if facts.get(key)))
