from django.shortcuts import render

from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.lead import queries
from leads.lead.forms import ListForm


@may(Can.SEE_LEADS)
def index(request):
    views = queries.views_for(request.user)
    view = chosen(request, views, "all")
    sort = request.GET.get("sort", "born")
    sort = sort if sort in queries.SORTS else "born"
    filters = ListForm(request.GET, user=request.user)
    leads = queries.in_view(request.user, view)
    context = {
        "page": paged(request, queries.listed(leads, sort=sort, **filters.wanted)),
        "pills": pills(request, views, view, queries.counts(request.user, views)),
        "filters": filters,
        "filtered": bool(filters.wanted),
        "view": view,
        "sort": sort,
    }
    return render(request, "leads/lead_list.html", context)
