"""What is known of the one item a seller works on now."""

from django.db.models import Q

from deals.activities.models import Activity
from deals.answers.card import card

BEFORE = 6  # contacts shown


def worksheet(item, reader):
    """The context of the worksheet beside the day's list, as `reader` may see it."""
    if item.kind == "offer":
        return {"handoff": item.record, "card": card(item.record, reader)}
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
