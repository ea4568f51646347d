from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.campaigns import queries
from leads.campaigns.actions import archive, bring_back
from leads.campaigns.forms import CampaignForm, ListForm
from leads.campaigns.models import Campaign
from leads.campaigns.page import campaign_page


@may(Can.SEE_CAMPAIGNS)
def index(request):
    view = chosen(request, queries.VIEWS, "running")
    filters = ListForm(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    words, channel = wanted.get("q", ""), wanted.get("channel")
    rows = queries.campaigns(request.user, view, localdate(), words=words, channel=channel)
    page = paged(request, rows)
    figures = queries.figures(page.object_list)
    context = {
        "page": page,
        "rows": [(campaign, figures[campaign.pk]) for campaign in page],
        "pills": pills(request, queries.VIEWS, view),
        "filters": filters,
        "filtered": bool(words or channel),
        "view": view,
        "currency": queries.currency(),
    }
    return render(request, "leads/campaign_list.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    return campaign_page(request, found(request, pk))


@may(Can.RUN_CAMPAIGNS)
def create(request):
    form = CampaignForm(request.POST or None, user=request.user, instance=Campaign())
    form.initial |= {"owner": request.user.pk, "starts_on": localdate()}

    def act(_values):
        campaign = form.save()
        messages.success(request, _("The campaign is there. Give it a form or write down costs."))
        return campaign

    back = {"back": reverse("leads:campaigns"), "back_label": _("Campaigns")}
    return form_page(request, form, act, title=_("New campaign"), **back)


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    campaign = found(request, pk)
    name, back = campaign.name, campaign.get_absolute_url()
    form = CampaignForm(request.POST or None, user=request.user, instance=campaign)
    return edit_page(request, form, title=_("Edit %s") % name, back=back, back_label=name)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def archiving(request, pk):
    """Put it away, or bring it back (`back`)."""
    campaign = found(request, pk)
    if "back" in request.POST:
        bring_back(campaign)
        messages.success(request, _("It is among the campaigns again."))
    else:
        archive(campaign)
        messages.success(request, _("Archived. Its forms and figures stay as they are."))
    return redirect(campaign)


def found(request, pk):
    """A campaign this reader may see, else 404."""
    campaigns = Campaign.objects.visible_to(request.user).select_related("channel", "owner")
    return get_object_or_404(campaigns, pk=pk)
