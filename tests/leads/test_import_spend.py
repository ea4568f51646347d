"""What advertising has cost, from the platforms' files: each day once, and what changed later."""

from datetime import date
from decimal import Decimal

import pytest

from leads.models import ReachEntry, SpendEntry
from leads.spending.queries import total
from tests.files import a_file, counts, imported, refused, table
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
GOOGLE = "Day,Campaign,Ad group,Cost,Currency code,Impr.,Clicks\n"
ROW = "2026-03-02,Spring,Too loud,12.50,EUR,900,14\n"


@pytest.fixture
def spring(mara):
    return a_campaign(mara)


def google(tmp_path, *rows):
    return a_file(tmp_path, GOOGLE + "".join(rows))


def test_a_day_of_an_ad_group_is_money_and_impressions(tmp_path, spring):
    path = google(tmp_path, ROW, "2026-03-03,spring,Too loud,7.5,EUR,0,0\n")
    assert imported("spend", path, "--preset", "google") == counts(created=2)
    entry = SpendEntry.objects.get(on=date(2026, 3, 2))
    assert (entry.campaign, entry.amount, entry.what) == (spring, Decimal("12.5"), "Too loud")
    assert (entry.source, entry.kind, entry.batch.kind) == ("file", "media", "spend")
    reach = ReachEntry.objects.get()
    assert (reach.count, reach.kind, reach.on) == (900, "impressions", date(2026, 3, 2))


def test_the_same_again_is_nothing_and_another_cost_is_the_difference(tmp_path, spring):
    google_file = ["--preset", "google"]
    imported("spend", google(tmp_path, ROW), *google_file)
    assert imported("spend", google(tmp_path, ROW), *google_file) == counts(unchanged=1)
    later = ROW.replace("12.50", "11.10").replace("900", "950")
    assert imported("spend", google(tmp_path, later), *google_file) == counts(updated=1)
    assert imported("spend", google(tmp_path, ROW), *google_file) == counts(updated=1)
    amounts = SpendEntry.objects.order_by("id").values_list("amount", flat=True)
    assert list(amounts) == [Decimal("12.5"), Decimal("-1.4"), Decimal("1.4")]
    assert total(spring.spend.all()).whole == Decimal("12.5")
    assert list(spring.reach.order_by("id").values_list("count", flat=True)) == [900, 50, -50]


def test_lines_of_sums_and_days_without_cost_are_passed_over(tmp_path, spring):
    rows = [ROW, "2026-03-03,Spring,Too loud,0,EUR,0,0\n", "2026-03-04,Spring,x,--,EUR,--,\n"]
    path = google(tmp_path, *rows, "Total: account,,,12.50,EUR,900,14\n")
    assert imported("spend", path, "--preset", "google") == counts(created=1, skipped=3)


def test_what_a_file_says_above_its_columns_is_passed_over(tmp_path, spring):
    above = "Campaign report\n2 March 2026 - 2 March 2026\n\n"
    path = a_file(tmp_path, above + GOOGLE + ROW)
    assert imported("spend", path, "--preset", "google") == counts(created=1)


WRONG = {  # a row, and the column and reason that are told of it
    "2026-03-02,Nobody's,x,1,EUR,,": ("Campaign", "There is no such campaign."),
    "2026-03-02,Twin,x,1,EUR,,": ("Campaign", "Several campaigns have this name."),
    "2026-03-02,Spring,x,$5,EUR,,": ("Cost", "$5 is not in EUR."),
    "2026-03-02,Spring,y,1,XXQ,,": ("Currency code", "XXQ is not a currency."),
    "2026-03-02,Spring,z,1,USD,,": ("rate", "Give the rate: what one USD is worth in EUR."),
    ",Spring,z,1,EUR,,": ("Day", "This is missing."),
    "2099-01-01,Spring,z,1,EUR,,": ("Day", "2099-01-01 lies in the future."),
}


def test_bad_cells_are_told_with_their_rows_and_the_rest_comes_in(tmp_path, spring, mara):
    a_campaign(mara, name="Twin"), a_campaign(mara, name="twin")
    path, errors = google(tmp_path, ROW, *(f"{row}\n" for row in WRONG)), tmp_path / "errors.csv"
    found = imported("spend", path, "--preset", "google", "--errors", errors)
    assert found == counts(created=1, errors=len(WRONG))
    assert [(row["column"], row["reason"]) for row in table(errors)] == [*WRONG.values()]


def test_the_repaired_errors_add_exactly_those_rows(tmp_path, spring):
    errors = tmp_path / "errors.csv"
    wrong = google(tmp_path, ROW, ROW.replace("Spring", "Sprung"))
    imported("spend", wrong, "--preset", "google", "--errors", errors)
    again = a_file(tmp_path, errors.read_text().replace("Sprung,", f"{spring.code},"))
    assert imported("spend", again, "--preset", "google") == counts(created=1)


@pytest.mark.parametrize(
    ("preset", "text"),
    [
        ("meta", "Campaign name,Day,Ad set name,Amount spent (EUR)\nSpring,2026-03-02,A,8\n"),
        ("linkedin", "Start Date (in UTC),Campaign Name,Total Spent\n2026-03-02,Spring,8\n"),
        ("microsoft", "TimePeriod,CampaignName,Spend,CurrencyCode\n2026-03-02,Spring,8,EUR\n"),
        ("google", "Tag,Kampagne,Kosten,Währungscode\n2026-03-02,Spring,8,EUR\n"),
    ],
)
def test_the_columns_of_each_platform_are_known(tmp_path, spring, preset, text):
    assert imported("spend", a_file(tmp_path, text), "--preset", preset) == counts(created=1)
    assert total(spring.spend.all()).whole == 8


def test_a_currency_in_the_column_s_name_is_the_file_s(tmp_path, spring):
    text = "Campaign name,Day,Amount spent (USD)\nSpring,2026-03-02,8\n"
    mapping = tmp_path / "map.json"
    mapping.write_text('{"values": {"rate": {"": "0.5"}}}')
    imported("spend", a_file(tmp_path, text), "--preset", "meta", "--mapping", mapping)
    entry = SpendEntry.objects.get()
    assert (entry.currency, entry.amount, entry.base_amount) == ("USD", 8, 4)


def test_other_ways_to_write_numbers_and_days_are_stated(tmp_path, spring):
    text = "Tag;Kampagne;Kosten\n02.03.2026;Spring;1.234,56\n"
    forms = ["--date-format", "DD.MM.YYYY", "--number-format", "1.000,50"]
    imported("spend", a_file(tmp_path, text), "--preset", "google", *forms)
    assert SpendEntry.objects.get().amount == Decimal("1234.56")


def test_a_file_that_says_too_little_is_refused_whole(tmp_path, spring):
    path = a_file(tmp_path, "Day,Clicks\n2026-03-02,8\n")
    assert "amount, campaign" in refused("spend", path, "--preset", "google")
