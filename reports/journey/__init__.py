"""One lead's whole way: everything that happened on both sides of the line, in one order."""

from funnel.permissions import Can
from leads.clocks.holders import holdings
from reports.journey.acts import acts, done, passings
from reports.journey.clocks import rungs
from reports.journey.edits import edits
from reports.journey.folding import folded
from reports.journey.line import crossings, offers
from reports.journey.marketing import conversions, steps, touches
from reports.journey.sales import activities, deal_steps, deliveries, payments, quote_steps
from reports.journey.words import reason_labels


def journey(lead, reader):
    """Events and Crossings of `lead` that `reader` may see, newest first.

    The number of queries does not grow with what happened; of each kind the newest CAP are told.
    Who may not read sales' notes sees that something was done and when, not what was written.
    """
    labels, notes = reason_labels(), reader.has_perm(Can.READ_NOTES)
    handoffs = offers(lead)
    held, at_the_line = holdings(handoffs), done(lead)
    deals = list(lead.deals.visible_to(reader))
    found = [
        *touches(lead),
        *conversions(lead),
        *steps(lead, labels),
        *crossings(handoffs, held, labels, reader),
        *acts(at_the_line),
        *passings(held),
        *rungs(at_the_line, held),
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
