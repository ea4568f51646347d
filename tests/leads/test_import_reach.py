"""How many were reached, from a file: what was counted of one campaign on one day."""

from datetime import date

import pytest

from leads.models import ReachEntry
from tests.files import a_file, counts, imported, refused, table, told
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
HEAD = "on,campaign,kind,count,place,note\n"
ROW = "2026-03-02,Spring,radio,48000,Berlin,Morning show\n"


@pytest.fixture
def spring(mara):
    return a_campaign(mara)


def reach(tmp_path, *rows):
    return a_file(tmp_path, HEAD + "".join(rows))


def test_a_row_is_what_was_counted_on_a_day(tmp_path, spring):
    more = "2026-03-02,spring,Heads counted,12,,\n"
    assert imported("reach", reach(tmp_path, ROW, more)) == counts(created=2)
    entry = spring.reach.get(kind="radio")
    assert (entry.on, entry.count, entry.place) == (date(2026, 3, 2), 48000, "Berlin")
    assert (entry.note, entry.batch.kind) == ("Morning show", "reach")


def test_the_same_again_is_nothing_and_another_count_is_the_difference(tmp_path, spring):
    imported("reach", reach(tmp_path, ROW))
    assert imported("reach", reach(tmp_path, ROW)) == counts(unchanged=1)
    later = reach(tmp_path, ROW.replace("48000", "45000"))
    assert imported("reach", later) == counts(updated=1)
    assert imported("reach", reach(tmp_path, ROW)) == counts(updated=1)
    told = spring.reach.order_by("id").values_list("count", flat=True)
    assert list(told) == [48000, -3000, 3000]


def test_two_places_of_one_day_are_two(tmp_path, spring):
    imported("reach", reach(tmp_path, ROW, ROW.replace("Berlin", "Bonn")))
    assert ReachEntry.objects.count() == 2


WRONG = {
    "2026-03-02,Nobody's,radio,1,,": ("campaign", "There is no such campaign."),
    "2026-03-02,Spring,smoke,1,,": ("kind", "smoke is none of the choices."),
    "2026-03-02,Spring,radio,1.5,,": ("count", "This is no number of people."),
    "2026-03-02,Spring,radio,-4,,": ("count", "This is no number of people."),
    "2026-03-02,Spring,radio,9999999999,,": ("count", "This is no number of people."),
    "2026-03-02,Spring,,1,,": ("kind", "This is missing."),
    "2099-01-01,Spring,radio,1,,": ("on", "2099-01-01 lies in the future."),
}


def test_bad_cells_are_told_and_the_rest_comes_in(tmp_path, spring):
    path, errors = reach(tmp_path, ROW, *(f"{row}\n" for row in WRONG)), tmp_path / "errors.csv"
    assert imported("reach", path, "--errors", errors) == counts(created=1, errors=len(WRONG))
    assert [(row["column"], row["reason"]) for row in table(errors)] == [*WRONG.values()]


def test_a_day_on_which_nobody_was_reached_is_passed_over(tmp_path, spring):
    assert imported("reach", reach(tmp_path, ROW.replace("48000", "0"))) == counts(skipped=1)


def test_a_file_that_says_too_little_is_refused_whole(tmp_path):
    assert "campaign, count, kind" in refused("reach", a_file(tmp_path, "on\n2026-03-02\n"))


def test_a_preview_tells_how_many_a_day_has_reached_now_and_after(tmp_path, spring):
    path = reach(tmp_path, ROW)
    day = "Spring, 2 Mar 2026, Berlin"
    assert told(path, "reach") == [(day, "Radio listeners", "not here yet", "48000")]
    imported("reach", path, "--source", "crm")
    later = reach(tmp_path, ROW.replace("48000", "45000"))
    assert told(later, "reach") == [(day, "Radio listeners", "48000", "45000")]
    assert spring.reach.get().count == 48000
