import pytest

from leads.models import Company, Person
from tests.story import a_lead, a_person, an_accepted, an_offer

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada Berg", "email": "ada@example.com", "phone": "", "company": "Berg AB"}


def ada():
    return a_person(name="Ada Berg", email="ada@example.com", company="Berg AB")


def version(client, person):
    return client.get(f"/people/{person.pk}/edit/").context["form"]["version"].value()


def test_a_marketer_finds_people_by_any_of_their_data(client, mara):
    ada()
    a_person(name="Bo", email="bo@example.com")
    client.force_login(mara)
    for words in ("berg", "ADA@", "berg ada"):
        assert [str(one) for one in client.get(f"/people/?q={words}").context["page"]] == [
            "Ada Berg"
        ]
    assert "Nobody like that" in client.get("/people/?q=zzz").text


def test_a_person_is_shown_with_their_keys_and_episodes(client, mara):
    lead = a_lead(mara, person=ada(), words="Three islands")
    client.force_login(mara)
    page = client.get(f"/people/{lead.person_id}/")
    assert list(page.context["leads"]) == [lead]
    assert "ada@example.com" in page.text and "Three islands" in page.text


def test_a_salesperson_sees_whom_they_work_with_and_nobody_else(client, mara, sam, ben):
    theirs = an_accepted(mara, sam).person
    offered = an_offer(mara, ben).lead.person
    client.force_login(sam)
    assert list(client.get("/people/").context["page"]) == [theirs]
    assert client.get(f"/people/{offered.pk}/").status_code == 404
    assert client.get(f"/people/{offered.pk}/edit/").status_code == 404


def test_who_somebody_is_can_be_corrected_and_is_remembered(client, mara):
    person = ada()
    client.force_login(mara)
    values = ADA | {"company": "Berg & Co", "version": version(client, person)}
    page = client.post(f"/people/{person.pk}/edit/", values, follow=True)
    (edit,) = page.context["edits"]
    assert (edit.by, edit.field, edit.was, edit.became) == (
        "Mara",
        "company",
        "Berg AB",
        "Berg & Co",
    )


def test_a_mail_address_of_somebody_else_is_refused_by_name(client, mara):
    a_person(name="Bo", email="bo@example.com")
    person = ada()
    client.force_login(mara)
    page = client.post(f"/people/{person.pk}/edit/", ADA | {"email": "BO@example.com"})
    assert page.status_code == 422
    assert page.context["form"].errors["email"] == ["Bo already has this."]


def test_two_editors_of_different_fields_lose_nothing(client, mara, sam):
    person = an_accepted(mara, sam, person=ada()).person
    client.force_login(mara)
    seen = version(client, person)
    client.post(f"/people/{person.pk}/edit/", ADA | {"phone": "+49401234567", "version": seen})
    client.force_login(sam)
    client.post(f"/people/{person.pk}/edit/", ADA | {"name": "Ada B.", "version": seen})
    person.refresh_from_db()
    assert (person.name, person.phone) == ("Ada B.", "+49401234567")


@pytest.fixture
def conflict(client, mara, sam):
    """Mara changed the name while Sam changed name and phone of the same person."""
    person = an_accepted(mara, sam, person=ada()).person
    client.force_login(mara)
    seen = version(client, person)
    client.post(f"/people/{person.pk}/edit/", ADA | {"name": "Ada Mara", "version": seen})
    client.force_login(sam)
    sams = ADA | {"name": "Ada Sam", "phone": "+49401234567", "version": seen}
    return person, client.post(f"/people/{person.pk}/edit/", sams)


def test_the_same_field_is_shown_with_both_values_and_who(conflict):
    person, page = conflict
    person.refresh_from_db()
    assert page.status_code == 409
    (told,) = page.context["form"].conflicts
    assert (told.by, told.theirs, told.mine, told.before) == (
        "Mara",
        "Ada Mara",
        "Ada Sam",
        "Ada Berg",
    )
    assert "Mara changed “Name” while you wrote" in page.text
    assert (person.name, person.phone) == ("Ada Mara", "+49401234567")


@pytest.mark.parametrize("more, name", [({}, "Ada Sam"), ({"take": "name"}, "Ada Mara")])
def test_sent_once_more_the_readers_choice_stands(client, conflict, more, name):
    person, page = conflict
    values = {field.name: field.value() for field in page.context["form"]}
    assert client.post(f"/people/{person.pk}/edit/", values | more).status_code == 302
    person.refresh_from_db()
    assert person.name == name


@pytest.mark.parametrize("who", ["ana", "zoe"])
def test_who_only_reads_changes_nobody(client, request, who):
    person = ada()
    client.force_login(request.getfixturevalue(who))
    assert client.post(f"/people/{person.pk}/edit/", ADA | {"name": "X"}).status_code == 403
    assert Person.objects.get().name == "Ada Berg"


def test_a_company_has_a_page_with_its_people(client, mara):
    ada()
    a_person(name="Cy", email="cy@example.com", company="berg ab")
    company = Company.objects.get()
    client.force_login(mara)
    assert len(client.get(f"/companies/{company.pk}/").context["page"]) == 2
    client.post(f"/companies/{company.pk}/edit/", {"name": "Berg AB", "city": "Malmö"})
    company.refresh_from_db()
    assert company.city == "Malmö"


def test_a_long_list_asks_no_more_questions(client, mara, django_assert_max_num_queries):
    for number in range(60):
        a_lead(mara, person=a_person(name=f"Person {number}", company=f"Company {number}"))
    client.force_login(mara)
    with django_assert_max_num_queries(20):
        assert len(client.get("/people/").context["page"]) == 50


def test_whose_address_it_is_is_told_to_nobody_who_may_not_see_them(client, mara, sam):
    a_person(name="Bo", email="bo@example.com")
    person = an_accepted(mara, sam, person=ada()).person
    client.force_login(sam)
    page = client.post(f"/people/{person.pk}/edit/", ADA | {"email": "bo@example.com"})
    told = page.context["form"].errors["email"]
    assert told == ["Somebody whom you may not see already has this."]
