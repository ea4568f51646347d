"""Every figure of every report, so that two worlds can be compared."""

import re
from datetime import UTC, datetime

from leads.models import CampaignResponse, Lead
from leads.responses.queries import answers
from reports.acceptance import BY, acceptance, why_returned
from reports.campaign_figures import campaign_figures
from reports.conversion import conversion
from reports.line_health import line_health
from reports.question import By, Mode, Question
from reports.sales_sourced import sales_sourced
from reports.scorecard import scorecard
from reports.speed import speed
from reports.totals import totals
from reports.waiting import at_the_line
from reports.week import week
from tests.reports.reading import MAY

KEY = re.compile(r"key='?\d+'?")


def every_figure(campaigns, *, as_of=None):
    """{report: what it says} of May, and of the campaigns by name."""
    as_of = as_of or datetime(2026, 6, 20, tzinfo=UTC)
    asked = {"window_days": 30, "as_of": as_of}
    question = Question(MAY, as_of, window_days=30)
    named = {each.name: each for each in campaigns}
    return {
        "cohort": conversion(MAY, **asked),
        "flow": conversion(MAY, mode=Mode.FLOW, **asked),
        **{f"by {by}": _shown(conversion(MAY, by=by, **asked)) for by in By.values},
        "totals": totals(question),
        "line": at_the_line(question),
        "sales": sales_sourced(question),
        "acceptance": [_shown(acceptance(MAY, by=by)) for by in BY],
        "returned": why_returned(MAY),
        "speed": speed(MAY),
        "scorecard": scorecard(MAY),
        "health": line_health(MAY),
        "week": week("UTC", at=as_of),
        "campaigns": {name: _of(each) for name, each in named.items()},
        "leads": sorted(Lead.objects.values_list("born_at", "stage")),
        "responses": sorted(CampaignResponse.objects.values_list("campaign__name", "status")),
    }


def _of(campaign):
    return campaign_figures([campaign])[campaign.pk], answers(campaign)


def _shown(found):
    """As text, without the keys of groups: they are of their own world."""
    return KEY.sub("key", str(found))
