"""Rows of one file that are one thing add up; the same file again is nothing."""

from decimal import Decimal

import pytest

from funnel.imports import running
from leads.models import SpendEntry
from leads.spending.queries import total
from tests.files import a_file, counts, imported, table
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
HEAD = "campaign,on,amount,kind\n"
DAY = "Spring,2026-03-02,{},media\n"
META = "Campaign name,Ad set name,Ad name,Day,Amount spent (EUR),Impressions\n"
ADS = "".join(f"Spring,Loud,Ad {n},2026-03-02,{n},{n}00\n" for n in (10, 11, 12))


@pytest.fixture(autouse=True)
def spring(mara):
    return a_campaign(mara)


def spend(tmp_path, *costs, head=HEAD, day=DAY):
    return a_file(tmp_path, head + "".join(day.format(cost) for cost in costs))


def spent(campaign):
    return total(campaign.spend.all()).whole


def test_three_rows_of_one_day_are_their_sum(tmp_path, spring):
    path = spend(tmp_path, 10, 10, 20)
    assert imported("spend", path) == counts(created=1, unchanged=2)
    assert list(spring.spend.values_list("amount", flat=True)) == [Decimal(40)]
    assert imported("spend", path) == counts(unchanged=3)
    assert spent(spring) == 40


def test_another_sum_writes_the_difference(tmp_path, spring):
    imported("spend", spend(tmp_path, 10, 10, 20))
    assert imported("spend", spend(tmp_path, 10, 20)) == counts(updated=1, unchanged=1)
    assert list(spring.spend.order_by("id").values_list("amount", flat=True)) == [40, -10]


def test_the_ads_of_one_ad_set_add_up_with_their_impressions(tmp_path, spring):
    imported("spend", a_file(tmp_path, META + ADS), "--preset", "meta")
    entry = SpendEntry.objects.get()
    assert (entry.amount, entry.what) == (33, "Loud")
    assert entry.note == "Ad: Ad 10\nAd: Ad 11\nAd: Ad 12"
    assert spring.reach.get().count == 3300


def test_they_add_up_over_chunks(tmp_path, spring, monkeypatch):
    monkeypatch.setattr(running, "CHUNK_ROWS", 2)
    path = spend(tmp_path, 1, 2, 3, 4, 5)
    assert imported("spend", path) == counts(created=1, unchanged=4)
    assert spent(spring) == 15
    assert imported("spend", path) == counts(unchanged=5)


def test_a_kind_tells_apart(tmp_path, spring):
    path = a_file(tmp_path, f"{HEAD}{DAY.format(10)}Spring,2026-03-02,20,tool\n")
    assert imported("spend", path) == counts(created=2)
    assert spent(spring) == 30


def test_a_row_that_cannot_be_read_keeps_those_it_adds_up_with(tmp_path, spring):
    path, errors = spend(tmp_path, 10, "five", 20), tmp_path / "errors.csv"
    assert imported("spend", path, "--errors", errors) == counts(errors=3)
    told = [row["reason"] for row in table(errors)]
    assert told[0] == told[2] == "It adds up with row 3, which cannot be read."
    again = a_file(tmp_path, errors.read_text().replace(",five,media", ",5,media"))
    assert imported("spend", again) == counts(created=1, unchanged=2)
    assert spent(spring) == 35


def test_two_currencies_of_one_day_are_told(tmp_path, spring):
    head, rows = "campaign,on,amount,currency,rate\n", "Spring,2026-03-02,1,{},1\n"
    assert imported("spend", spend(tmp_path, "EUR", "USD", head=head, day=rows)) == counts(errors=2)


def test_one_own_id_with_two_costs_is_told(tmp_path, spring):
    head, errors = "source_id,campaign,on,amount\n", tmp_path / "errors.csv"
    path = spend(tmp_path, 1, 1, 2, head=head, day="a7,Spring,2026-03-02,{}\n")
    assert imported("spend", path, "--source", "erp", "--errors", errors) == counts(errors=3)
    assert "same own id" in table(errors)[0]["reason"]


def test_a_day_s_reach_adds_up(tmp_path, spring):
    rows = "2026-03-02,Spring,radio,100\n2026-03-02,Spring,radio,50\n"
    path = a_file(tmp_path, f"on,campaign,kind,count\n{rows}")
    assert imported("reach", path) == counts(created=1, unchanged=1)
    assert spring.reach.get().count == 150
    assert imported("reach", path) == counts(unchanged=2)
