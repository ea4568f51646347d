"""What the steps of both ledgers are called."""

from django.utils.translation import gettext_lazy as _

from deals.stages import DealStage, QuoteStage
from funnel.models import Reason
from leads.stages import LeadStage

LEAD_SIGNS = {
    LeadStage.CAPTURED: "plus",
    LeadStage.MQL: "check",
    LeadStage.RECYCLED: "pause",
    LeadStage.DISQUALIFIED: "cross",
    LeadStage.CLOSED: "check",
    LeadStage.ACCEPTED: "back",
}
DEAL_SIGNS = {DealStage.WON: "check", DealStage.LOST: "cross"}
QUOTES = {
    QuoteStage.DRAFT: _("Quote written"),
    QuoteStage.SENT: _("Quote sent"),
    QuoteStage.ACCEPTED: _("Quote accepted"),
    QuoteStage.DECLINED: _("Quote declined"),
    QuoteStage.SUPERSEDED: _("Quote replaced by a newer one"),
}


def lead_step(step):
    """The name of a step of a lead, which depends on where it came from."""
    if step.to_stage == LeadStage.RECYCLED:
        return _("Put away")
    if step.from_stage == LeadStage.RECYCLED and step.to_stage != LeadStage.DISQUALIFIED:
        return _("Woke up")
    if step.from_stage == LeadStage.CLOSED:
        return _("Open again")
    return LeadStage(step.to_stage).label


def deal_step(step):
    """The name of a step of a deal."""
    if not step.from_stage:
        return _("Deal opened")
    if step.from_stage in (DealStage.WON, DealStage.LOST):
        return _("Deal open again")
    return DealStage(step.to_stage).label


def reason_labels():
    """{key: label}; a key that two kinds share is told apart by (kind, key)."""
    reasons = Reason.objects.all()
    return {(reason.kind, reason.key): str(reason) for reason in reasons}


def why(labels, kinds, key):
    """The label of a reason's key among `kinds`; the key itself where the reason is gone."""
    return next((labels[kind, key] for kind in kinds if (kind, key) in labels), key)
