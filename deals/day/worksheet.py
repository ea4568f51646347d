"""What is known of the one item a seller works on now."""

from django.db.models import Q

from deals.activities.models import Activity
from deals.answers.queries import earlier, touches

BEFORE = 6  # contacts shown


def worksheet(item):
    """The context of the worksheet beside the day's list."""
    if item.kind == "offer":
        handoff = item.record
        return {"handoff": handoff, "touches": touches(handoff), "earlier": earlier(handoff)}
    deal, lead = item.deal, _lead(item)
    about = Q(deal=deal) if deal else Q()
    if lead:
        about |= Q(lead=lead)
    rows = Activity.objects.filter(about).select_related("by").order_by("-at", "-id")
    return {
        "deal": deal,
        "lead": lead,
        "step": item.record if item.key.startswith("step") else None,
        "before": rows[:BEFORE],
    }


def _lead(item):
    if item.deal:
        return item.deal.lead
    return item.record if item.key.startswith("lead") else item.record.lead
