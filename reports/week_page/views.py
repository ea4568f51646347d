from django.shortcuts import render
from django.utils.timezone import localdate

from funnel.http import may
from funnel.models import Organisation
from funnel.permissions import Can
from leads.campaigns.stages import LIVE, PAUSED
from leads.links.queries import human_clicks
from leads.models import Campaign
from reports.campaign_figures import campaign_figures
from reports.line_health import line_health
from reports.line_page.forms import lately
from reports.line_page.strip import AGREED, BASE, TOP, strip
from reports.week import week
from reports.week_page.mending import to_mend
from reports.week_page.said import said_lately

CAMPAIGNS_SHOWN = 12


@may(Can.SEE_CAMPAIGNS)
def show(request):
    """A marketer's Monday: the week so far, the line, what sales said, what to mend, whose
    campaigns run."""
    organisation = Organisation.current()
    zone, today = organisation.time_zone, localdate()
    days = line_health(lately("30d", zone))
    campaigns, mine, more = _campaigns(request.user)
    figures, clicks = campaign_figures(campaigns), human_clicks(campaigns)
    rows = [
        (each, figures[each.pk], clicks.get(each.pk, 0), each.days_over(today))
        for each in campaigns
    ]
    context = {
        "week": week(zone),
        "zone": zone,
        "today": today,
        "strip": strip(days),
        "heights": {"top": TOP, "agreed": AGREED, "base": BASE},
        "days": [day for day in reversed(days) if day.dots],
        "said": said_lately(request.user),
        "tasks": to_mend(request.user),
        "rows": rows,
        "mine": mine,
        "more": more,
        "currency": organisation.currency,
    }
    return render(request, "reports/week.html", context)


def _campaigns(user):
    """(the running campaigns to show, whether they are the reader's own, how many more)."""
    running = Campaign.objects.visible_to(user).filter(stage__in=[LIVE, PAUSED], archived_at=None)
    running = running.select_related("channel", "owner", "parent").order_by("-starts_on", "-pk")
    own = running.filter(owner=user)
    mine = own.exists()
    rows = own if mine else running
    return list(rows[:CAMPAIGNS_SHOWN]), mine, max(0, rows.count() - CAMPAIGNS_SHOWN)
