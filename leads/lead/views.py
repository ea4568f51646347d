from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.editing import edit_page
from funnel.http import may
from funnel.listing import paged, pills
from funnel.permissions import Can
from leads.lead import queries
from leads.lead.doors import may_edit
from leads.lead.forms import LeadEditForm
from leads.lead.listing import asked
from leads.lead.models import Lead
from leads.stages import LeadStage

EFFECT = gettext_lazy(
    "Campaign and channel are those the lead is counted under: with them its figures move to"
    " another group of the funnel, also in periods that are over."
)


@may(Can.SEE_LEADS)
def index(request):
    listing = asked(request)
    page = paged(request, listing.leads)
    context = {
        "page": page,
        "pills": pills(
            request, listing.views, listing.view, queries.counts(request.user, listing.views)
        ),
        "filters": listing.filters,
        "filtered": bool(listing.filters.wanted),
        "view": listing.view,
        "sort": listing.sort,
        "choosing": request.user.has_perm(Can.OFFER_LEADS) and _some_can_be_offered(page),
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


def _some_can_be_offered(page):
    return any(LeadStage.OFFERED in lead.marketing_may for lead in page)
