from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.http import may
from funnel.listing import chosen
from funnel.models import Organisation
from funnel.period import Period
from funnel.permissions import Can
from reports.acceptance import acceptance, why_returned
from reports.line_health import line_health
from reports.line_page.strip import strip
from reports.presets import days_of
from reports.scorecard import scorecard
from reports.speed import speed

PERIODS = {"30d": _("Last 30 days"), "90d": _("Last 90 days"), "12m": _("Last 12 months")}


@may(Can.SEE_REPORTS)
def show(request):
    """The state of the line: the last month's waits, both debts, how fast, what came back."""
    organisation = Organisation.current()
    chosen_period = chosen_of(request)
    period, lately, year = (
        _period(name, organisation.time_zone) for name in (chosen_period, "30d", "12m")
    )
    context = {
        "pills": _pills(request, chosen_period),
        "period": period,
        "strip": strip(line_health(lately)),
        "months": scorecard(year)[::-1],
        "speed": speed(period),
        "campaigns": acceptance(period, by="campaign"),
        "people": acceptance(period, by="person"),
        "reasons": why_returned(period),
    }
    return render(request, "reports/line.html", context)


def chosen_of(request):
    return chosen(request, PERIODS, "30d")


def _period(name, zone):
    return Period.of_days(*days_of(name, localdate(timezone=ZoneInfo(zone))), zone)


def _pills(request, current):
    return [
        {"label": label, "url": f"?view={key}", "current": key == current}
        for key, label in PERIODS.items()
    ]
