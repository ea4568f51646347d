"""A lead in three fields."""

import pytest

from leads.capture.forms.by_hand import told_apart
from leads.models import Lead
from tests.story import a_lead, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(client, mara):
    client.force_login(mara)

    def post(**fields):
        return client.post("/leads/quick/", fields)

    return post


def test_who_how_to_reach_them_and_what_about(typed, mara):
    reach = "+49 40 1234567, ada@example.com"
    answer = typed(who="Ada Berg, Berg AB", reach=reach, about="Price?")
    lead = Lead.objects.get()
    assert (answer.url, lead.owner, lead.words) == (f"/leads/{lead.pk}/", mara, "Price?")
    assert (lead.person.name, lead.person.company.name) == ("Ada Berg", "Berg AB")
    assert (lead.person.email, lead.person.phone) == ("ada@example.com", "+49 40 1234567")


@pytest.mark.parametrize(
    "reach, found",
    [
        ("", ("", "")),
        ("ada@example.com", ("ada@example.com", "")),
        ("+49 40 1234567", ("", "+49 40 1234567")),
        ("ada@example.com;+49 40 12", ("ada@example.com", "+49 40 12")),
        ("@", ("@", "")),
        ("a@example.com b@example.com", ("a@example.com b@example.com", "")),
    ],
)
def test_a_mail_and_a_phone_are_told_apart(reach, found):
    assert told_apart(reach) == found


@pytest.mark.parametrize(
    "fields, field",
    [
        ({}, "who"),
        ({"who": " , "}, "who"),
        ({"who": "Ada", "reach": "ada@"}, "reach"),
        ({"who": "Ada", "reach": "040 1234567"}, "reach"),
        ({"who": "Ada", "reach": "a@example.com b@example.com"}, "reach"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(typed, fields, field):
    page = typed(about="Price?", **fields)
    assert page.status_code == 422 and list(page.context["form"].errors) == [field]
    assert page.context["form"]["about"].value() == "Price?" and not Lead.objects.exists()


def test_a_name_alone_is_enough_and_the_next_one_follows(typed):
    assert typed(who="Somebody", another="yes").url == "/leads/quick/"
    assert str(Lead.objects.get().person) == "Somebody"


def test_who_is_known_is_told_so(client, typed, mara):
    lead = a_lead(mara, person=a_person(email="ada@example.com", name="Ada"))
    typed(who="Ada", reach="ADA@example.com", another="yes")
    assert "has an open lead" in client.get("/leads/quick/").text
    assert Lead.objects.get() == lead


def test_sent_twice_it_touches_once(client, typed):
    once = client.get("/leads/quick/").context["form"]["once"].value()
    for _time in range(2):
        typed(who="Ada", once=once)
    assert Lead.objects.get().touchpoints.count() == 1
