"""Who may be one person: the signs, what is none, and that nobody is asked twice."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.lead.actions import capture
from leads.merging.actions import ask_again, merge, tell_apart
from leads.merging.alike import mail_skeleton
from leads.merging.finding import BY_INDEX, FOUND, SHARED_BY, find_pairs
from leads.models import Pair, Person
from leads.people.actions import Known, edit, find_or_add, find_or_add_many
from leads.people.keys import email_key, keys_of
from tests.story import a_person

pytestmark = pytest.mark.django_db


def found():
    find_pairs()
    return {(pair.low.name, pair.high.name): pair.signs for pair in Pair.objects.order_by("pk")}


def people(*rows):
    return [
        a_person(**dict(zip(("name", "email", "phone", "company"), row, strict=False)))
        for row in rows
    ]


def test_one_phone_under_two_addresses():
    people(("Ada", "a@x.example", "+49 30 23125001"), ("Bo", "b@x.example"))
    assert found() == {}
    find_or_add(email="b@x.example", phone="+49 (30) 231 25001")
    assert found() == {("Ada", "Bo"): ["phone"]}


def test_a_number_that_many_share_says_nothing():
    people(*[(f"P{n}", f"p{n}@x.example") for n in range(SHARED_BY + 1)])
    Person.objects.update(phone="+49 30 23125001")
    assert found() == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada@paypal.com", "ada@paypa1.com"),
        ("ada@paypal.com", "ada@раураl.com"),
        ("ada@paypal.com", "ada@xn--pypal-4ve.com"),
        ("ada@modern.example", "ada@modem.example"),
        ("ada@google.com", "ada@g00gle.com"),
    ],
)
def test_a_domain_that_looks_the_same(one, other):
    people(("Ada", one), ("Eva", other))
    assert found() == {("Ada", "Eva"): ["mail"]}


@pytest.mark.parametrize("other", ["ada+shop@paypal.com", "a.da@paypal.com", "eva@paypal.com"])
def test_tags_dots_and_other_names_are_other_people(other):
    people(("Ada", "ada@paypal.com"), ("Eva", other))
    assert found() == {}


def test_nearly_the_same_name_at_nearly_the_same_company():
    people(
        ("Jon Smith", "j@x.example", "", "Kita Linde GmbH"),
        ("John Smith", "js@y.example", "", "kita linde"),
        ("Peter Stone", "p@x.example", "", "Kita Linde GmbH"),
        ("Jon Smith", "jon@z.example", "", "Harbour Works"),
    )
    assert found() == {("Jon Smith", "John Smith"): ["name"]}


def test_one_edit_is_enough_to_be_compared_again():
    ada, _bo = people(("Ada", "a@x.example"), ("Bo", "b@x.example", "+49 30 23125001"))
    assert found() == {}
    Person.objects.filter(pk=ada.pk).update(phone="+493023125001")
    assert found() == {("Ada", "Bo"): ["phone"]}


def test_who_is_not_the_same_is_never_asked_again_until_it_is_taken_back(mara):
    ada, cy = people(("Ada", "a@x.example"), ("Cy", "a@x.examp1e"))
    found()
    pair = Pair.objects.get()
    assert (tell_apart(pair, by=mara), tell_apart(pair, by=mara)) == (True, False)
    edit(ada, by=mara, name="Ada B", email=ada.email, phone="", company="")
    assert find_pairs() == 0 and not Pair.objects.open().exists()
    ask_again(pair)
    assert Pair.objects.open().get() == pair


def test_who_is_merged_is_no_pair(mara):
    ada, cy = people(("Ada", "a@x.example"), ("Cy", "a@x.examp1e"))
    found()
    merge(ada, cy, by=mara)
    assert find_pairs() == 0 and not Pair.objects.open().exists()


SPELLINGS = st.tuples(
    st.sampled_from(["", " ", "\t", "  \n"]),
    st.sampled_from([str.lower, str.upper, str.title, str.swapcase, str.strip]),
    st.sampled_from(["", " ", "\r\n"]),
)


@given(st.lists(SPELLINGS, min_size=6, max_size=6))
def test_six_spellings_of_an_address_are_one_key(spelt):
    keys = {email_key(f"{a}{how('Ada.Berg+shop@X.example')}{b}") for a, how, b in spelt}
    assert keys == {("email", "ada.berg+shop@x.example")}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.from_regex(r"[a-z.+]{1,9}@[a-z]{2,9}\.example", fullmatch=True))
def test_an_address_looks_like_itself_in_any_case(address):
    assert mail_skeleton(address.upper()) == mail_skeleton(f" {address} ")


@pytest.mark.parametrize("way", ["one", "many"])
def test_one_definition_of_a_key_by_every_way_in(mara, way):
    ada = a_person(name="Ada", email="ada@x.example", phone="+49 30 23125001")
    known = {"email": " ADA@X.example", "phone": "+49 (0)30 23125001"}
    ways = {
        "one": lambda: find_or_add(**known)[0],
        "many": lambda: find_or_add_many([Known(**known)])[0],
    }
    again = ways[way]()
    capture(again, by=mara, touched="hand", owner=mara)
    assert again == ada and Person.objects.count() == 1
    assert {(key.kind, key.value) for key in ada.keys.all()} == set(keys_of(**known))


def test_names_are_compared_by_the_trigram_index_and_not_with_everybody(mara):
    people(*[(f"P{n} Stone", f"p{n}@x.example", "", f"Works {n} Harbour") for n in range(9)])
    found()
    with connection.cursor() as cursor:
        cursor.execute(BY_INDEX, ["0.6"])
        near = {"people": [Person.objects.first().pk], "shared": SHARED_BY, "near": 0.5}
        cursor.execute(f"EXPLAIN {FOUND}", near)
        assert "likeness_who" in str(cursor.fetchall())
