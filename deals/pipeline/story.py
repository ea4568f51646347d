"""One deal, whole: what its page shows of it, as far as the reader may know."""

from decimal import Decimal

from django.db.models import Q
from django.utils.timezone import localdate

from deals.activities.models import Activity, ActivityKind
from deals.pipeline.pace import stage_bar
from deals.stages import DealStage
from funnel.models import Organisation, Reason, ReasonKind
from funnel.permissions import Can
from leads.models import Lead
from leads.stages import HandoffStage

LATEST, FIRST = 30, 8  # activities, touches


def whole_story(deal, user):
    """The context of the deal's page."""
    steps = list(deal.steps.select_related("by").order_by("id"))
    for step in steps:
        step.label = DealStage(step.to_stage).label
    paid = sum((payment.amount for payment in deal.payments.all()), Decimal(0))
    reads = user.has_perm(Can.READ_NOTES)
    return {
        "deal": deal,
        "steps": steps,
        "stages": stage_bar(deal, steps),
        "works": deal.worked_by(user),
        "reads": reads,
        "step": deal.next_steps.filter(done_at=None).select_related("owner").first(),
        "quotes": deal.quotes.order_by("-made_at", "-pk"),
        "activities": activities(deal, reads=reads),
        "payments": deal.payments.select_related("by").order_by("-at", "-id"),
        "paid": paid,
        "owed": None if deal.due is None else deal.due - paid,
        "deliveries": deal.deliveries.all(),
        "today": localdate(),
        "base": Organisation.current().currency,
        "closing": _closing(deal, steps),
        "came": how_they_came(deal),
        "again": _later_episodes(deal, user),
    }


def activities(deal, *, reads):
    """What was done on this deal and on its lead, the latest first; notes only for who may read."""
    about = Q(deal=deal)
    if deal.lead_id:
        about |= Q(lead=deal.lead_id, deal=None)
    rows = Activity.objects.filter(about).select_related("by").order_by("-at", "-id")
    return (rows if reads else rows.exclude(kind=ActivityKind.NOTE))[:LATEST]


def how_they_came(deal):
    """What marketing did before the line, and the answer at it; None without a lead."""
    if deal.lead is None:
        return None
    answer = deal.lead.handoffs.filter(stage=HandoffStage.ACCEPTED).order_by("pass_no").last()
    step = answer and answer.steps.select_related("by").order_by("id").last()
    return {
        "lead": deal.lead,
        "touches": deal.lead.touchpoints.select_related("campaign").order_by("at", "id")[:FIRST],
        "answer": step,
        "waited": step and step.at - answer.offered_at,
    }


def _later_episodes(deal, user):
    seen = Lead.objects.visible_to(user)
    return seen.filter(person=deal.person_id, born_at__gt=deal.opened_at).order_by("born_at")


def _closing(deal, steps):
    """How it ended: the last step and its reason in words; None while it is open."""
    if deal.is_open:
        return None
    last = steps[-1]
    kind = ReasonKind.WIN if deal.stage == DealStage.WON else ReasonKind.LOSS
    reason = Reason.objects.filter(kind=kind, key=last.reason).first()
    return {
        "step": last,
        "from_label": DealStage(last.from_stage).label if last.from_stage else "",
        "reason": reason or last.reason,
        "won": deal.stage == DealStage.WON,
    }
