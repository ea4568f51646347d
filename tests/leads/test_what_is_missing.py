"""What a lead lacks is written down on the page that offers it."""

import pytest
from django.contrib.auth.models import Permission

from funnel.history import changes
from leads.models import Handoff, Lead, Person, Product
from leads.routing.actions.completing import Found, Taken, complete_many
from tests.agreements import agreed
from tests.leads.routing import many_leads
from tests.story import a_campaign, a_lead, a_person, an_mql

pytestmark = pytest.mark.django_db


def a_bare_lead(owner, **more):
    return a_lead(owner, person=a_person(email="info@seeblick.example"), **more)


def typed(lead, **values):
    return {f"lead-{lead.pk}-{name}": value for name, value in values.items()}


def complete(client, lead, **values):
    more = {"complete": "yes", "note": "She asked twice"}
    return client.post(f"/leads/{lead.pk}/offer/", typed(lead, **values) | more)


def person(lead):
    return Person.objects.get(pk=lead.person_id)


def test_each_missing_thing_has_its_field_and_nothing_else_has(client, mara, sam):
    client.force_login(mara)
    gaps = client.get(f"/leads/{a_bare_lead(mara).pk}/offer/").context["gaps"]
    assert list(gaps.fields) == ["name", "phone", "words"]


def test_what_the_agreement_asks_for_has_a_field_too(client, mara, greta):
    agreed(mara, greta, conditions={"company": True, "product": True})
    client.force_login(mara)
    gaps = client.get(f"/leads/{a_bare_lead(mara, words='Help').pk}/offer/").context["gaps"]
    assert list(gaps.fields) == ["name", "phone", "company", "product"]


def test_what_is_written_down_is_there_and_the_offer_keeps_its_words(client, mara, sam):
    lead = a_bare_lead(mara)
    client.force_login(mara)
    page = complete(client, lead, name="Petra", phone="+49 40 123456", words="42 bathrooms")
    assert page.status_code == 200 and page.context["missing"] == {}
    assert page.context["form"]["note"].value() == "She asked twice"
    assert (person(lead).name, person(lead).phone) == ("Petra", "+49 40 123456")
    assert Lead.objects.get(pk=lead.pk).words == "42 bathrooms"
    assert not Handoff.objects.exists()


def test_a_company_and_a_product_are_written_down(client, mara, greta):
    agreed(mara, greta, conditions={"company": True, "product": True})
    lead, top = a_bare_lead(mara), Product.objects.create(sku="T", name="Top")
    client.force_login(mara)
    page = complete(client, lead, company="Seeblick", product=str(top.pk))
    assert [check["met"] for check in page.context["seen"]["checks"]] == [True, True]
    assert str(person(lead).company) == "Seeblick"
    assert Lead.objects.get(pk=lead.pk).product == top


def test_history_keeps_who_wrote_it_down(client, mara):
    lead = a_bare_lead(mara)
    client.force_login(mara)
    complete(client, lead, name="Petra")
    (change,) = changes(person(lead))
    assert (change.field, change.became, change.by_id) == ("name", "Petra", mara.pk)


def test_twice_is_once(client, mara):
    lead = a_bare_lead(mara)
    client.force_login(mara)
    for _time in range(2):
        assert complete(client, lead, name="Petra").status_code == 200
    assert len(changes(person(lead))) == 1


def test_what_somebody_filled_in_meanwhile_stays_and_is_told(client, mara):
    lead = a_bare_lead(mara)
    Person.objects.filter(pk=lead.person_id).update(name="Petra Zimmermann")
    client.force_login(mara)
    page = complete(client, lead, name="Peter", phone="+4940123456")
    assert "Petra Zimmermann stays." in page.text
    assert (person(lead).name, person(lead).phone) == ("Petra Zimmermann", "+4940123456")


def test_a_number_that_is_none_is_told_at_its_field(client, mara):
    lead = a_bare_lead(mara)
    client.force_login(mara)
    page = complete(client, lead, phone="12", name="Petra")
    assert page.status_code == 422 and "Begin with + and the country’s code." in page.text
    assert page.context["gaps"]["phone"].value() == "12" and person(lead).name == ""
    assert page.context["form"]["note"].value() == "She asked twice"


def test_a_phone_of_somebody_else_is_refused_with_the_way_to_them(client, mara):
    bo, lead = a_person(name="Bo Lind", phone="+4940123456"), a_bare_lead(mara)
    client.force_login(mara)
    page = complete(client, lead, phone="+49 (40) 123456", name="Petra")
    assert page.status_code == 422
    assert f'<a href="/people/{bo.pk}/">Bo Lind</a> already has this.' in page.text
    assert person(lead).name == person(lead).phone == ""


def test_whom_the_reader_may_not_see_is_not_named(client, agency):
    a_person(name="Bo Lind", phone="+4940123456")
    lead = a_bare_lead(agency, campaign=a_campaign(agency))
    client.force_login(agency)
    page = complete(client, lead, phone="+4940123456")
    assert "Somebody whom you may not see already has this." in page.text
    assert "Bo Lind" not in page.text


def test_offering_keeps_what_was_typed_and_freezes_it(client, mara, sam):
    lead = a_bare_lead(mara)
    client.force_login(mara)
    to = {"receiver": f"user-{sam.pk}"}
    client.post(f"/leads/{lead.pk}/offer/", typed(lead, name="Petra") | to)
    assert Handoff.objects.get().evidence["name"] == "Petra"


@pytest.mark.parametrize("what", [{"email": "ada@"}, {"phone": "+4940123456"}])
def test_what_is_not_right_is_not_offered(client, mara, sam, what):
    a_person(name="Bo Lind", phone="+4940123456")
    lead = a_lead(mara, person=a_person(name="Petra"))
    client.force_login(mara)
    to = {"receiver": f"user-{sam.pk}"}
    assert client.post(f"/leads/{lead.pk}/offer/", typed(lead, **what) | to).status_code == 422
    assert not Handoff.objects.exists() and person(lead).phone == ""


@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("agency", 404)])
def test_who_may_not_offer_writes_nothing_down(client, request, mara, who, code):
    lead = a_bare_lead(mara)
    client.force_login(request.getfixturevalue(who))
    assert complete(client, lead, name="Petra").status_code == code
    assert person(lead).name == ""


def test_whoever_offers_but_edits_nobody_reads_what_is_missing(client, mara):
    lead = a_bare_lead(mara)
    mara.groups.clear()
    names = ["see_leads", "offer_leads"]
    mara.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(mara)
    page = complete(client, lead, name="Petra")
    assert "no phone number" in page.text and "Write it down" not in page.text
    assert person(lead).name == ""


def test_a_set_takes_as_many_queries_however_large(django_assert_max_num_queries, mara):
    leads = many_leads(mara, 60)
    found = [
        Found(lead, {"name": f"N{n}", "phone": f"+4940{n:06}", "company": "Berg", "words": "Hm"})
        for n, lead in enumerate(leads)
    ]
    with django_assert_max_num_queries(20):
        assert complete_many(found) == {}
    assert Person.objects.filter(company__name="Berg").exclude(phone="").count() == 60


def test_two_of_a_set_cannot_have_one_phone(mara):
    first, second = an_mql(mara), an_mql(mara)
    with pytest.raises(Taken) as refused:
        complete_many([Found(each, {"phone": "+4940123456"}) for each in (first, second)])
    assert refused.value.holders == {(second.pk, "phone"): first.person}
    assert person(first).phone == ""
