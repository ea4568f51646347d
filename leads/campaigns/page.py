"""The page of one campaign, shown by whichever of its forms was sent."""

from django.shortcuts import render

from funnel.listing import paged
from leads.campaigns import queries
from leads.campaigns.forms import ReachForm, SpendForm

LEADS_SHOWN = 8


def campaign_page(request, campaign, *, spend_form=None, reach_form=None, opened=""):
    """The campaign with its ledgers; `opened` names the form that stands open."""
    entries, spent = queries.spend_of(campaign)
    counted, reached = queries.reach_of(campaign)
    leads = campaign.leads.visible_to(request.user).select_related("person__company")
    context = {
        "campaign": campaign,
        "figures": queries.figures([campaign])[campaign.pk],
        "currency": queries.currency(),
        "entries": paged(request, entries),
        "spent": spent,
        "counted": counted[:50],
        "reached": reached,
        "said": queries.what_sales_said(campaign),
        "forms": campaign.forms.all(),
        "leads": leads.prefetch_related("person__keys").order_by("-born_at")[:LEADS_SHOWN],
        "spend_form": spend_form or SpendForm(),
        "reach_form": reach_form or ReachForm(),
        "opened": opened,
    }
    wrong = any(form and form.errors for form in (spend_form, reach_form))
    return render(request, "leads/campaign_detail.html", context, status=422 if wrong else 200)
