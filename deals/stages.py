from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from funnel.machine import Machine


class DealStage(TextChoices):
    DISCOVERY = "discovery", _("Discovery")
    FIT = "fit", _("Fit")
    PROPOSAL = "proposal", _("Proposal")
    NEGOTIATION = "negotiation", _("Negotiation")
    COMMITTED = "committed", _("Committed")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")


DISCOVERY, FIT, PROPOSAL, NEGOTIATION, COMMITTED, WON, LOST = DealStage

OPEN = (DISCOVERY, FIT, PROPOSAL, NEGOTIATION, COMMITTED)

LIKELIHOOD = {  # per cent, until a deal's own history gives better ones
    DISCOVERY: 10,
    FIT: 25,
    PROPOSAL: 50,
    NEGOTIATION: 70,
    COMMITTED: 90,
    WON: 100,
    LOST: 0,
}

DEAL_MACHINE = Machine(
    stages=DealStage,
    moves={
        "": {DISCOVERY},
        **{stage: {*OPEN, WON, LOST} - {stage} for stage in OPEN},
        WON: {COMMITTED},  # re-opened
        LOST: set(OPEN),
    },
    explained=frozenset({WON, LOST}),
)


class QuoteStage(TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    SUPERSEDED = "superseded", _("Superseded")


QUOTE_MACHINE = Machine(
    stages=QuoteStage,
    moves={
        "": {QuoteStage.DRAFT},
        QuoteStage.DRAFT: {QuoteStage.SENT, QuoteStage.SUPERSEDED},
        QuoteStage.SENT: {QuoteStage.ACCEPTED, QuoteStage.DECLINED, QuoteStage.SUPERSEDED},
    },
)
