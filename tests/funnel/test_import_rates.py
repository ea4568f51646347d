"""Spend in another currency comes in at the rate that is said for the whole file."""

from decimal import Decimal

import pytest

from leads.models import SpendEntry
from tests.funnel.wizard import at, bring, checked, imported
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
SPEND = "on,campaign,amount,currency\n2026-04-01,{0},10.00,usd\n2026-04-02,{0},$20,\n"
COLUMNS = {"c0": "on", "c1": "campaign", "c2": "amount", "c3": "currency"}
FORMATS = {"f_on": "ISO", "f_amount": "1000.50"}


def test_the_rate_is_asked_once_per_currency_and_kept(client, mara):
    client.force_login(mara)
    campaign = a_campaign(mara)
    upload = bring(client, SPEND.format(campaign.pk).encode(), kind="spend")
    page = client.post(at(upload, "import_columns"), {"again": 1, **COLUMNS, **FORMATS})
    assert "What one USD is worth in EUR" in page.content.decode()
    checked(client, upload, **COLUMNS, **FORMATS, r_USD="0.9")
    assert upload.mapping["rates"] == {"USD": "0.9"}
    imported(client, upload)
    worth = SpendEntry.objects.order_by("amount").values_list("base_amount", flat=True)
    assert list(worth) == [Decimal("9.00"), Decimal("18.00")]
