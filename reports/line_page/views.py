from django.shortcuts import render

from funnel.http import may
from funnel.listing import chosen, pills
from funnel.models import Organisation
from funnel.permissions import Can
from reports.acceptance import acceptance, in_all, unnamed, why_returned
from reports.line_health import line_health
from reports.line_page.forms import PERIODS, USUAL, lately, twelve_months
from reports.line_page.strip import AGREED, BASE, TOP, strip
from reports.scorecard import scorecard
from reports.speed import speed


@may(Can.SEE_REPORTS)
def show(request):
    """The state of the line: the last month's waits, both debts, how fast, what came back."""
    zone = Organisation.current().time_zone
    view = chosen(request, PERIODS, USUAL)
    period, days = lately(view, zone), line_health(lately("30d", zone))
    campaigns, reasons = acceptance(period, by="campaign"), why_returned(period)
    context = {
        "pills": pills(request, PERIODS, view),
        "view": view,
        "period": period,
        "strip": strip(days),
        "heights": {"top": TOP, "agreed": AGREED, "base": BASE},
        "days": [day for day in reversed(days) if day.dots],
        "months": scorecard(twelve_months(zone))[::-1],
        "speed": speed(period),
        "campaigns": campaigns,
        "people": acceptance(period, by="person"),
        "accepted": in_all(campaigns),
        "reasons": reasons,
        "unnamed": unnamed(reasons),
    }
    return render(request, "reports/line.html", context)
