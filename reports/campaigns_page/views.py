from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from funnel.changes.queries import entries_of
from funnel.http import back_with, may
from funnel.listing import chosen, paged, pills
from funnel.models import Organisation
from funnel.permissions import Can
from leads.campaigns import queries
from leads.campaigns.forms import ListForm
from leads.links.queries import human_clicks
from leads.models import Campaign
from leads.responses.queries import answers
from leads.spending import queries as ledgers
from leads.spending.forms import ReachForm, SpendForm
from leads.spending.pace import paces
from reports.campaign_figures import campaign_figures, together
from reports.campaigns_page.compared import FEWEST, MOST, compared
from reports.campaigns_page.costs import costs_of
from reports.campaigns_page.plan import days_of, drawn, plan_of, spent
from reports.reach_association import reach_association
from reports.weekly import weekly

LEADS_SHOWN, LINKS_SHOWN, STEPS_SHOWN = 8, 8, 50


@may(Can.SEE_CAMPAIGNS)
def index(request):
    view = chosen(request, queries.VIEWS, "live")
    filters = ListForm(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    words, channel = wanted.get("q", ""), wanted.get("channel")
    page = paged(request, queries.campaigns(request.user, view, words=words, channel=channel))
    context = {
        "page": page,
        "rows": _rows(page.object_list),
        "pills": pills(request, queries.VIEWS, view, queries.counts(request.user)),
        "filters": filters,
        "filtered": bool(words or channel),
        "view": view,
        "currency": _currency(),
    }
    return render(request, "reports/campaigns.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    """One campaign: its plan and what came, what it cost, what sales said of it."""
    campaign = get_object_or_404(_seen(request.user), pk=pk)
    parts, today = queries.parts_of(campaign), localdate()
    of_each = campaign_figures([campaign, *parts])
    figures = of_each[campaign.pk]
    context = _ledgers(request, campaign) | {
        "campaign": campaign,
        "figures": figures,
        "plan": drawn(plan_of(campaign, figures)),
        "cost": spent(campaign, figures),
        "weeks": weekly([campaign], Organisation.current().time_zone)[campaign.pk],
        "costs": costs_of(figures),
        "days": days_of(campaign, today),
        "days_over": campaign.days_over(today),
        "parts": [(part, of_each[part.pk]) for part in parts],
        "whole": together(of_each.values()) if parts else None,
        "answers": answers(campaign),
        "said": queries.what_sales_said(campaign),
        "forms": campaign.forms.all(),
        "links": campaign.links.filter(archived_at=None).with_clicks()[:LINKS_SHOWN],
        "leads": _latest(campaign, request.user),
        "steps": campaign.steps.select_related("by").order_by("-at", "-id")[:STEPS_SHOWN],
        "edits": entries_of(campaign),
        "currency": _currency(),
    }
    return render(request, "reports/campaign.html", context)


@may(Can.SEE_CAMPAIGNS)
def compare(request):
    """Two to four campaigns side by side, as the address names them."""
    keys = list(dict.fromkeys(request.GET.getlist("campaign")))
    if not all(key.isdecimal() and len(key) < DIGITS for key in keys):
        raise Http404
    if not FEWEST <= len(keys) <= MOST:
        words = _("Choose two to four campaigns to compare; you chose %d.") % len(keys)
        return back_with(request, words, reverse("reports:campaigns"))
    found = _seen(request.user).in_bulk([int(key) for key in keys])
    if len(found) < len(keys):
        raise Http404
    campaigns = [found[int(key)] for key in keys]
    context = {
        "campaigns": campaigns,
        "sections": compared(campaigns, campaign_figures(campaigns)),
        "currency": _currency(),
    }
    return render(request, "reports/campaigns_compared.html", context)


def _rows(campaigns):
    """(campaign, figures, days after its end, people's clicks, Weeks) of each."""
    figures, today = campaign_figures(campaigns), localdate()
    clicks, weeks = human_clicks(campaigns), weekly(campaigns, Organisation.current().time_zone)
    return [
        (each, figures[each.pk], each.days_over(today), clicks.get(each.pk, 0), weeks[each.pk])
        for each in campaigns
    ]


DIGITS = 19  # fewer than these are a number that a key can be


def _seen(user):
    return Campaign.objects.visible_to(user).select_related("channel", "owner", "parent")


def _ledgers(request, campaign):
    entries, total = ledgers.spend_of(campaign)
    counted, reached = ledgers.reach_of(campaign)
    return {
        "entries": paged(request, entries),
        "total": total,
        "paces": paces(campaign, localdate())[::-1],
        "counted": counted[:STEPS_SHOWN],
        "reached": reached,
        "around": reach_association(campaign),
        "spend_form": SpendForm(auto_id="spent_%s"),
        "reach_form": ReachForm(auto_id="reached_%s"),
    }


def _latest(campaign, user):
    leads = campaign.leads.visible_to(user).select_related("person__company")
    return leads.prefetch_related("person__keys").order_by("-born_at")[:LEADS_SHOWN]


def _currency():
    return Organisation.current().currency
