"""Which column is what: said once, and told in one line where it cannot be."""

import json

import pytest

from leads.models import Lead
from tests.files import a_file, imported, refused, said

pytestmark = pytest.mark.django_db
ROWS = "id,seen,from\na1,01-02-2018,fair\n"


@pytest.fixture
def mapped(tmp_path):
    def write(**said):
        path = tmp_path / "mapping.json"
        path.write_text(json.dumps(said))
        return ["--mapping", path]

    return write


def test_a_mapping_file_says_it_all(tmp_path, mapped):
    mapping = mapped(
        source="crm",
        columns={"source_id": "id", "captured_at": "seen", "channel": "from"},
        values={"channel": {"fair": "trade-show"}},
        formats={"captured_at": "DD-MM-YYYY"},
    )
    assert imported("leads", a_file(tmp_path, ROWS), *mapping)["created"] == 1
    lead = Lead.objects.get()
    assert (str(lead), lead.channel.key, lead.born_at.month) == ("a1", "trade-show", 2)


def test_the_command_line_says_the_same(tmp_path):
    path = a_file(tmp_path, ROWS)
    said = ["--source", "crm", "--map", "source_id=id", "captured_at=seen", "channel=from"]
    assert imported("leads", path, *said, "--date-format", "seen=DD-MM-YYYY")["created"] == 1
    assert imported("leads", path, *said, "--date-format", "DD-MM-YYYY")["unchanged"] == 1


def test_the_command_line_has_the_last_word(tmp_path, mapped):
    mapping = mapped(source="crm", columns={"name": "id"}, at_stage="captured")
    imported("leads", a_file(tmp_path, ROWS), *mapping, "--at-stage", "mql")
    assert Lead.objects.get().stage == "mql"


def test_a_column_called_like_a_field_needs_no_mapping(tmp_path):
    path = a_file(tmp_path, "Name,E-mail,Landing page,Shoe size\nAda,ada@example.com,/x,44\n")
    assert "Not taken: Shoe size." in said("leads", path)
    assert Lead.objects.get().landing_page == "/x"


def test_a_field_can_be_left_out(tmp_path, mapped):
    path = a_file(tmp_path, "name,phone\nAda,nonsense\n")
    imported("leads", path, *mapped(columns={"phone": None}))
    assert Lead.objects.get().person.phone == ""


def test_a_value_for_the_blank_cell_holds_without_a_column(tmp_path, mapped):
    mapping = mapped(values={"channel": {"": "radio"}})
    imported("leads", a_file(tmp_path, "name\nAda\n"), *mapping)
    assert Lead.objects.get().channel.key == "radio"


def test_a_mapping_file_says_what_a_row_may_do_to_who_is_here(tmp_path, mapped):
    imported("leads", a_file(tmp_path, "name,email\nAda,a@x.example\n"))
    mapping = mapped(policies={"name": "overwrite"})
    imported("leads", a_file(tmp_path, "name,email\nEda,a@x.example\n"), *mapping)
    assert Lead.objects.get().person.name == "Eda"


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ({"column": {}}, "is not a mapping: it may hold source, columns"),
        ({"columns": []}, "is not a mapping: columns"),
        ({"values": {"name": {"": 7}}}, "is not a mapping: values"),
        ({"columns": {"shoe": "id"}}, "There is no field shoe. The fields are: source_id"),
        ({"columns": {"name": "nam"}}, "There is no column nam. The columns are: id, seen, from"),
        ({"columns": {"name": "id"}, "at_stage": "won"}, "at_stage is one of: captured, mql"),
        ({"columns": {"source_id": "id"}}, "Name the source"),
        ({"columns": {"source_id": "id"}, "source": "x" * 51}, "source is too long"),
        ({}, "tells who somebody is"),
        ({"columns": {"name": "id"}, "notes": ["x"]}, "There is no column x."),
        ({"policies": {"name": "win"}}, "The policy of name is one of: fill, overwrite, never"),
        ({"policies": {"channel": "fill"}}, "channel takes no policy. These do: name, email"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told_in_one_line(tmp_path, mapped, mapping, why):
    assert why in refused("leads", a_file(tmp_path, ROWS), *mapped(**mapping))


def test_a_mapping_that_is_no_json_is_told(tmp_path):
    bad = a_file(tmp_path, "{")
    assert "is not JSON" in refused("leads", a_file(tmp_path, ROWS), "--mapping", bad)


def test_two_columns_of_one_name_are_told(tmp_path):
    path = a_file(tmp_path, "name,name\nAda,Bo\n")
    told = refused("leads", path, "--map", "name=name")
    assert told.endswith("The columns are: name (1), name (2).")


def test_an_ambiguous_format_is_asked_for_with_the_words_to_type(tmp_path):
    path = a_file(tmp_path, "name,captured_at\nAda,01-02-2018\n")
    told = refused("leads", path)
    assert "1 February 2018 as DD-MM-YYYY or 2 January 2018 as MM-DD-YYYY" in told
    assert "--date-format captured_at=DD-MM-YYYY" in told
