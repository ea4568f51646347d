from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.editing import edit_page
from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.lead import queries
from leads.lead.doors import may_edit
from leads.lead.forms import LeadEditForm, ListForm
from leads.lead.models import Lead

EFFECT = gettext_lazy(
    "Campaign and channel are those the lead is counted under: with them its figures move to"
    " another group of the funnel, also in periods that are over."
)


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


@may(Can.SEE_LEADS)
def edit(request, pk):
    lead = get_object_or_404(Lead.objects.visible_to(request.user).select_related("person"), pk=pk)
    if not may_edit(request.user):
        raise PermissionDenied
    form = LeadEditForm(request.POST or None, instance=lead, user=request.user)
    context = {"title": _("Edit the lead of %s") % lead, "sentence": EFFECT}
    back = {"back": lead.get_absolute_url(), "back_label": str(lead)}
    return edit_page(request, form, **context, **back)
