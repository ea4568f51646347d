from django.shortcuts import render
from django.utils.timezone import localdate

from funnel.http import may
from funnel.listing import paged
from funnel.models import Organisation
from funnel.permissions import Can
from funnel.sheets import sheet
from leads.spending import queries
from leads.spending.forms import LedgerForm

COLUMNS = (
    *("day", "until", "head", "campaign", "kind", "what", "vendor", "invoice"),
    *("amount", "currency", "rate", "base_amount", "note", "source", "by"),
)


@may(Can.SEE_CAMPAIGNS)
def index(request):
    """All money that is written down, by what it was for, on what, and when."""
    filters = LedgerForm(request.GET, user=request.user)
    asked = filters.asked()
    entries = queries.ledger(request.user, **asked)
    if request.GET.get("format") == "csv":
        return sheet(f"spend-{localdate()}.csv", COLUMNS, map(_cells, entries.iterator()))
    first, last = asked.get("first"), asked.get("last")
    context = {
        "page": paged(request, entries),
        "filters": filters,
        "filtered": bool(asked),
        "total": queries.total(entries),
        "within": queries.within(entries, first, last) if first and last else None,
        "currency": Organisation.current().currency,
    }
    return render(request, "leads/ledger.html", context)


def _cells(entry):
    return (
        entry.on,
        entry.until,
        entry.head,
        entry.campaign and entry.campaign.code,
        entry.kind,
        entry.what,
        entry.vendor,
        entry.invoice,
        entry.amount,
        entry.currency,
        f"{entry.rate.normalize():f}",
        entry.base_amount,
        entry.note,
        entry.source,
        entry.by and entry.by.name,
    )
