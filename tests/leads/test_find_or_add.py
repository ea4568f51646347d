import pytest

from funnel.history import changes
from funnel.refusal import Refusal
from leads.models import MatchKey, Person
from leads.people.actions import edit, find_or_add

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("email", ["ada@x.example", "ADA@x.example", "  Ada@X.Example "])
def test_case_and_space_do_not_make_two_people(email):
    first, _ = find_or_add(email="ada@x.example")
    assert find_or_add(email=email) == (first, False)


@pytest.mark.parametrize("email", ["ada+fair@x.example", "a.da@x.example"])
def test_plus_tags_and_dots_do_make_two_people(email):
    find_or_add(email="ada@x.example")
    assert find_or_add(email=email)[1]


def test_a_phone_number_is_one_however_it_is_typed():
    first, _ = find_or_add(phone="+49 40 555 19 42")
    assert find_or_add(phone="+49405551942") == (first, False)


def test_two_sources_may_use_the_same_id_for_different_people():
    first, _ = find_or_add(own=("fair", "17"))
    assert find_or_add(own=("shop", "17"))[0] != first
    assert str(first) == "17"


def test_what_is_missing_is_filled_and_what_is_there_stays():
    find_or_add(email="ada@x.example", name="Ada")
    person, _ = find_or_add(email="ada@x.example", name="Someone", phone="+49405551942")
    assert (person.name, person.phone) == ("Ada", "+49405551942")
    assert find_or_add(phone="+49405551942")[0] == person


def test_a_mail_of_one_and_a_phone_of_another_find_the_mails_owner():
    ada, _ = find_or_add(email="ada@x.example")
    bob, _ = find_or_add(phone="+49405551942")
    assert find_or_add(email="ada@x.example", phone="+49405551942")[0] == ada
    assert MatchKey.objects.get(kind="phone").person == bob


def test_people_nobody_can_tell_apart_are_each_their_own():
    assert find_or_add(name="Ada")[0] != find_or_add(name="Ada")[0]


def test_an_edit_cannot_take_another_persons_mail(mara):
    find_or_add(email="ada@x.example", name="Ada")
    bob, _ = find_or_add(email="bob@x.example", name="Bob")
    with pytest.raises(Refusal, match="Ada already has this"):
        edit(bob, by=mara, name="Bob", email="ADA@x.example", phone="", company="")
    assert Person.objects.get(pk=bob.pk).email == "bob@x.example"


def test_an_edit_is_remembered_field_by_field(mara):
    person, _ = find_or_add(email="ada@x.example", name="Ada")
    edit(person, by=mara, name="Ada Berg", email="ada@y.example", phone="", company="Berg")
    told = {(c.field, c.was, c.became) for c in changes(person)}
    assert {("name", "Ada", "Ada Berg"), ("email", "ada@x.example", "ada@y.example")} <= told
    assert find_or_add(email="ada@y.example") == (person, False)


def test_two_companies_of_one_name_are_one():
    ada, _ = find_or_add(name="Ada", company="Berg GmbH")
    bob, _ = find_or_add(name="Bob", company="berg gmbh ")
    assert ada.company == bob.company
