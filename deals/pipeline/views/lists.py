"""All deals, on a board or as a list."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from deals.pipeline.forms import DealFilters
from deals.pipeline.models import Deal
from deals.pipeline.queries import (
    BOARD_VIEWS,
    VIEWS,
    board,
    chosen_by,
    counts,
    in_view,
    listed,
    totals,
)
from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.models import Organisation
from funnel.permissions import Can

LAYOUTS = {"board": _("Board"), "list": _("List")}


@may(Can.SEE_DEALS)
def index(request):
    filters = DealFilters(request.GET or None, user=request.user)
    seen = Deal.objects.visible_to(request.user)
    rows = chosen_by(seen, filters.cleaned_data if filters.is_valid() else {})
    held = counts(rows, request.user)
    view = chosen(request, VIEWS, _first(request, held))
    layout = request.GET.get("layout", "board") if view in BOARD_VIEWS else "list"
    context = {
        "filters": filters,
        "view": view,
        "layout": layout,
        "pills": pills(request, VIEWS, view, held),
        "layouts": _layouts(request, layout) if view in BOARD_VIEWS else [],
        "held": held,
        "currency": Organisation.current().currency,
        "any": sum(held.values()) or seen.exists(),
    }
    rows = in_view(rows, view, request.user)
    context |= _shown(request, rows, view, layout)
    return render(request, "deals/deal_list.html", context)


def _first(request, held):
    """The view that opens: one with any of the deals that an import made, closed or not."""
    return next(filter(held.get, VIEWS), "all") if request.GET.get("batch") else "all"


def _shown(request, rows, view, layout):
    if layout == "list":
        page = paged(request, listed(rows, view))
        return {"page": page, "totals": totals(rows) if view in BOARD_VIEWS else None}
    columns = board(rows)
    for column in columns:
        for deal in column["cards"]:
            deal.mine = deal.worked_by(request.user)
    sums = {
        "count": sum(column["count"] for column in columns),
        "worth": sum(column["worth"] or 0 for column in columns),
        "weighted": sum(column["weighted"] for column in columns),
    }
    return {"columns": columns, "totals": sums}


def _layouts(request, current):
    return [
        {"label": label, "url": _with(request, layout=key), "current": key == current}
        for key, label in LAYOUTS.items()
    ]


def _with(request, **changed):
    query = request.GET.copy()
    query.pop("page", None)
    for key, value in changed.items():
        query[key] = value
    return f"?{query.urlencode()}"
