"""The list of leads that an address asks for."""

from dataclasses import dataclass

from django.db.models import QuerySet

from funnel.listing import chosen
from leads.lead import queries
from leads.lead.forms import ListForm


@dataclass(frozen=True)
class Listing:
    leads: QuerySet  # sorted, with what a row shows
    views: dict  # {key: label}
    view: str
    sort: str
    filters: ListForm


def asked(request):
    """What the query string asks for, of what its reader may see."""
    views = queries.views_for(request.user)
    view = chosen(request, views, "all")
    sort = request.GET.get("sort", "born")
    sort = sort if sort in queries.SORTS else "born"
    filters = ListForm(request.GET, user=request.user)
    leads = queries.in_view(request.user, view)
    return Listing(queries.listed(leads, sort=sort, **filters.wanted), views, view, sort, filters)
