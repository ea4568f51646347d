"""The real leads and deals give the figures that anyone can recount from the files."""

from datetime import date

import pytest

from funnel.models import Organisation
from funnel.period import Period
from reports.conversion import conversion
from tests.files import imported
from tests.plugins.database import CHECKOUT
from tests.reports.reading import counts, rung

pytestmark = [pytest.mark.slow, pytest.mark.realdata, pytest.mark.django_db]

CAPTURED = {
    "organic_search": 2296,
    "paid_search": 1586,
    "social": 1350,
    "unknown": 1099,
    "direct_traffic": 499,
    "email": 493,
    "referral": 284,
    "other": 150,
    "display": 118,
    "other_publicities": 65,
    "unknown-blank": 60,
}
WON = {
    "organic_search": 271,
    "paid_search": 195,
    "unknown": 179,
    "social": 75,
    "direct_traffic": 56,
    "referral": 24,
    "email": 15,
    "unknown-blank": 14,
    "display": 6,
    "other": 4,
    "other_publicities": 3,
}


@pytest.fixture(params=["America/Sao_Paulo", "Europe/Berlin"])
def year(request, db, real_data):
    """The real files imported, and the days of their leads, as one zone counts days."""
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": request.param})
    docs = CHECKOUT / "docs"
    imported("leads", real_data / "olist_mql.csv", "--mapping", docs / "olist_mql.json")
    mapping = docs / "olist_closed_deals.json"
    imported("deals", real_data / "olist_closed_deals.csv", "--mapping", mapping)
    return Period.of_days(date(2017, 6, 14), date(2018, 5, 31), request.param)


def test_the_real_figures(year):
    found = conversion(year, window_days=500, by="channel")
    late = dict.fromkeys(["offered", "accepted", "deal", "won"], 842)
    assert counts(found.rungs) == {"captured": 8000, "mql": 8000} | late
    by_channel = {group.key: counts(group.rungs) for group in found.groups}
    assert {key: each["captured"] for key, each in by_channel.items()} == CAPTURED
    assert {key: each["won"] for key, each in by_channel.items()} == WON
    assert sum(row.imputed or 0 for row in found.rungs) == 0
    won = [rung(conversion(year, window_days=days).rungs, "won") for days in (500, 90, 30)]
    assert [row.count for row in won] == [842, 691, 547]
    assert {(row.value, row.median_days) for row in won} == {(None, None)}
