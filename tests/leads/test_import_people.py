"""People from a file, and what a row may do to who is here already."""

import pytest
from django.utils.timezone import now

from funnel.history import changes
from funnel.imports.mapping import Mapping
from funnel.imports.plan import fit
from funnel.imports.registry import importer_of
from funnel.imports.running import run
from funnel.imports.shape import shape_of
from leads.models import Lead, MatchKey, Person
from leads.people.actions import find_or_add
from tests.files import a_file, counts, imported, refused, table, told
from tests.story import a_lead, a_person

pytestmark = pytest.mark.django_db
HEAD = "source_id,name,email,phone,company\n"
ADA = "7,Ada,ada@example.com,+493023125001,Kita Linde\n"
CRM = ["--source", "crm"]


def people(tmp_path, *rows):
    return a_file(tmp_path, HEAD + "".join(rows))


def here(**known):
    return a_person(**{"name": "Eda", "email": "ada@example.com", "phone": ""} | known)


def test_a_row_is_a_person_without_a_lead(tmp_path):
    assert imported("people", people(tmp_path, ADA), *CRM) == counts(created=1)
    ada = Person.objects.get()
    assert (ada.name, ada.email, str(ada.company)) == ("Ada", "ada@example.com", "Kita Linde")
    assert ada.keys.count() == 3 and ada.batch.kind == "people" and not Lead.objects.exists()
    assert imported("people", people(tmp_path, ADA), *CRM) == counts(unchanged=1)


def test_first_and_last_name_make_the_name(tmp_path):
    text = "first_name,middle_name,last_name,email\nAda,M.,Berg,a@x.example\n,,Cy,c@x.example\n"
    imported("people", a_file(tmp_path, text))
    assert list(Person.objects.order_by("pk").values_list("name", flat=True)) == [
        "Ada M. Berg",
        "Cy",
    ]


def test_a_row_about_nobody_is_refused(tmp_path):
    assert imported("people", people(tmp_path, ",,,,Kita\n"), *CRM) == counts(errors=1)
    assert "tells who somebody is" in refused("people", a_file(tmp_path, "company\nKita\n"))


def test_unless_said_blanks_are_filled_and_the_rest_stands(tmp_path):
    ada = here()
    assert imported("people", people(tmp_path, ADA), *CRM) == counts(updated=1)
    ada.refresh_from_db()
    assert (ada.name, ada.phone, str(ada.company)) == ("Eda", "+493023125001", "Kita Linde")


def test_the_file_wins_where_it_may_overwrite_and_says_something(tmp_path):
    ada = here(company="Kita Rose")
    rows = people(tmp_path, ADA.replace("+493023125001", ""))
    imported("people", rows, *CRM, "--policy", "name=overwrite", "phone=overwrite")
    ada.refresh_from_db()
    assert (ada.name, ada.phone, str(ada.company)) == ("Ada", "", "Kita Rose")
    assert {(each.was, each.became) for each in changes(ada)} == {("Eda", "Ada")}


def test_an_overwritten_mail_is_theirs_no_more(tmp_path):
    ada, _added = find_or_add(name="Ada", email="old@example.com", own=("crm", "7"))
    imported("people", people(tmp_path, ADA), *CRM, "--policy", "email=overwrite")
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"
    assert list(MatchKey.objects.filter(kind="email").values_list("value", "person")) == [
        ("ada@example.com", ada.pk)
    ]


def test_a_mail_of_somebody_else_refuses_the_row_and_writes_nothing_of_it(tmp_path):
    ada, _added = find_or_add(name="Ada", email="old@example.com", own=("crm", "7"))
    here()
    errors = tmp_path / "errors.csv"
    rows = people(tmp_path, ADA, "8,Cy,,,\n")
    found = imported("people", rows, *CRM, "--policy", "email=overwrite", "--errors", errors)
    assert found == counts(created=1, errors=1)
    assert [(row["column"], row["reason"]) for row in table(errors)] == [
        ("email", "Eda already has this.")
    ]
    ada.refresh_from_db()
    assert (ada.email, ada.phone, ada.company, ada.keys.count()) == ("old@example.com", "", None, 2)


def test_two_may_swap_their_mails_in_one_file(tmp_path):
    for number in "12":
        find_or_add(name=number, email=f"m{number}@x.example", own=("crm", number))
    rows = people(tmp_path, "1,,free@x.example,,\n", "2,,m1@x.example,,\n")
    found = imported("people", rows, *CRM, "--policy", "email=overwrite")
    assert found == counts(updated=2)
    assert dict(MatchKey.objects.filter(kind="email").values_list("person__name", "value")) == {
        "1": "free@x.example",
        "2": "m1@x.example",
    }


def test_what_is_to_be_left_alone_is_not_even_filled(tmp_path):
    ada = here()
    imported("people", people(tmp_path, ADA), *CRM, "--policy", "phone=never", "company=never")
    ada.refresh_from_db()
    assert (ada.phone, ada.company) == ("", None)
    assert not MatchKey.objects.filter(kind="phone").exists()


def test_leads_keep_to_the_same_policies(tmp_path, mara):
    ada = here()
    a_lead(mara, person=ada)
    imported("leads", people(tmp_path, ADA), *CRM, "--policy", "name=overwrite")
    ada.refresh_from_db()
    assert ada.name == "Ada" and Lead.objects.count() == 1


def test_a_policy_that_there_is_not_is_told_in_one_line(tmp_path):
    path = people(tmp_path, ADA)
    assert "one of: fill, overwrite, never" in refused("people", path, "--policy", "name=win")
    assert "source_id takes no policy" in refused("people", path, "--policy", "source_id=fill")


def test_a_preview_tells_each_change_and_what_is_kept(tmp_path):
    here(company="Kita Rose")
    found = told(people(tmp_path, ADA, "8,Cy,,,\n"), policies={"name": "overwrite"})
    assert found == [
        ("Ada", "name", "Eda", "Ada"),
        ("Ada", "phone", "", "+493023125001"),
        ("Ada", "company", "Kita Rose", "Kita Rose, kept (file: Kita Linde)"),
        ("Cy", "person", "not here yet", "new person"),
    ]
    assert Person.objects.get().name == "Eda"


def test_a_preview_of_leads_tells_what_comes(tmp_path, mara):
    a_lead(mara, person=here(email="eda@example.com"))
    here(name="Bo", email="bo@example.com")
    rows = people(tmp_path, ADA, "8,,eda@example.com,,\n", "9,,bo@example.com,,\n")
    assert told(rows, "leads") == [
        ("Ada", "lead", "not here yet", "new person, new lead"),
        ("Eda", "lead", "an open lead", "a touch on it"),
        ("Bo", "lead", "not here yet", "new lead"),
    ]


def test_a_preview_of_touches_tells_each_and_what_it_ended_in(tmp_path):
    text = "person_id,at,kind,converted,value,goal\nA1,2026-03-02,seen,0,,\n"
    text += "A2,2026-03-02,click,1,12.5,Order\n"
    assert told(a_file(tmp_path, text), "touches") == [
        ("A1", "touch", "not here yet", "Ad seen"),
        ("A2", "touch", "not here yet", "Ad clicked"),
        ("A2", "conversion", "not here yet", "Order, 12.50"),
    ]


def test_only_a_preview_tells(tmp_path):
    rows = []
    plan = fit(importer_of("people"), Mapping("crm"), shape_of(people(tmp_path, ADA)), "UTC", now())
    run(plan, seen=rows.extend)
    assert [row.changes for row in rows] == [[]] and Person.objects.exists()


def test_many_rows_ask_no_more_questions(tmp_path, django_assert_max_num_queries):
    for number in range(40):
        find_or_add(name="Old", email=f"o{number}@x.example", own=("crm", str(number)))
    rows = people(tmp_path, *(f"{n},New,n{n}@x.example,,K{n}\n" for n in range(40)))
    with django_assert_max_num_queries(40):
        found = imported("people", rows, *CRM, "--policy", "email=overwrite", "name=overwrite")
    assert found == counts(updated=40)
