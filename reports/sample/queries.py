from django.utils.translation import gettext_lazy as _

from deals.models import Deal, Delivery, Payment, Quote
from funnel.models import MendingEntry, User
from leads.models import Campaign, Handoff, Lead, Person

SHOWN = (
    (Campaign, _("Campaigns")),
    (Person, _("People")),
    (Lead, _("Leads")),
    (Handoff, _("Hand-offs")),
    (Deal, _("Deals")),
    (Quote, _("Quotes")),
    (Payment, _("Payments")),
    (Delivery, _("Deliveries")),
    (User, _("Colleagues")),
)


def sample_counts():
    """[(what, how many)] of the sample's rows, without what there is none of."""
    counts = [(label, model.objects.filter(sample=True).count()) for model, label in SHOWN]
    return [(label, count) for label, count in counts if count]


def removals():
    """What was removed before: the lines of the journal, newest first."""
    entries = MendingEntry.objects.filter(cause="remove_sample").select_related("by")
    return entries.order_by("-at", "-rows")[:100]
