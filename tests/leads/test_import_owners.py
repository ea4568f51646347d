"""Whose a lead is, as a file says it: by e-mail, name or own id, of those who are here."""

import pytest

from funnel.models import User
from leads.models import Lead
from tests.cast import a_user
from tests.files import a_file, counts, imported, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def winther(db):
    return a_user("Mara Winther", "marketer")


def owned(tmp_path, *owners, more=()):
    rows = "".join(f"Person {n},{owner}\n" for n, owner in enumerate(owners))
    errors = tmp_path / "errors.csv"
    found = imported("leads", a_file(tmp_path, f"name,owner\n{rows}"), "--errors", errors, *more)
    return found, [row["reason"] for row in table(errors)] if found["errors"] else []


def test_an_owner_is_found_by_name_or_e_mail(tmp_path, winther):
    found, _told = owned(tmp_path, "mara winther", winther.email.upper(), "Mara Winther")
    assert found == counts(created=3)
    assert set(Lead.objects.values_list("owner", flat=True)) == {winther.pk}


def test_whom_nobody_knows_is_a_problem_and_no_account(tmp_path, winther):
    before = User.objects.count()
    found, told = owned(tmp_path, "Mara Winter", "gone@example.com", "Mara Winther")
    assert found == counts(created=1, errors=2)
    assert told[0] == "Nobody here is called Mara Winter."
    assert User.objects.count() == before


def test_a_name_that_two_have_is_a_problem(tmp_path, winther):
    User.objects.create_user("other@example.com", "mara winther")
    found, told = owned(tmp_path, "Mara Winther")
    assert (found["errors"], told) == (1, ["Several colleagues are called Mara Winther."])


def test_who_left_does_not_stand_in_the_way_of_who_is_here(tmp_path, winther):
    User.objects.create_user("old@example.com", "Mara Winther", is_active=False)
    owned(tmp_path, "Mara Winther")
    assert Lead.objects.get().owner == winther


def test_where_it_is_asked_for_the_unknown_become_colleagues_who_cannot_sign_in(tmp_path):
    found, _told = owned(tmp_path, "rep-7", "rep-7", more=["--colleagues", "new"])
    rep = User.objects.get(name="rep-7")
    assert (rep.email, rep.is_active, rep.has_usable_password()) == (None, False, False)
    assert found == counts(created=2) and Lead.objects.filter(owner=rep).count() == 2
