"""One lead's whole way: everything that happened on both sides of the line, in one order."""

from funnel.permissions import Can
from reports.journey.acts import acts
from reports.journey.edits import edits
from reports.journey.folding import folded
from reports.journey.line import crossings
from reports.journey.marketing import conversions, steps, touches
from reports.journey.sales import activities, deal_steps, deliveries, payments, quote_steps
from reports.journey.words import reason_labels


def journey(lead, reader):
    """Events and Crossings of `lead` that `reader` may see, newest first.

    The number of queries does not grow with what happened; of each kind the newest CAP are told.
    Who may not read sales' notes sees that something was done and when, not what was written.
    """
    labels, notes = reason_labels(), reader.has_perm(Can.READ_NOTES)
    deals = list(lead.deals.visible_to(reader))
    found = [
        *touches(lead),
        *conversions(lead),
        *steps(lead, labels),
        *crossings(lead, labels, reader),
        *acts(lead),
        *activities(lead, deals, notes=notes),
        *deal_steps(deals, labels, notes=notes),
        *quote_steps(deals),
        *payments(deals, notes=notes),
        *deliveries(deals),
        *edits(lead, deals),
    ]
    found.reverse()  # each half told the newest first; at one instant the order stays
    found.sort(key=lambda event: (event.at, event.rank))
    return folded(found[::-1])
