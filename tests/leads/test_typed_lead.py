"""A lead typed by hand."""

import pytest

from leads.models import Lead, Person
from tests.story import a_campaign, a_lead, a_person, trail

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada Berg", "email": "ada@example.com", "company": "Berg AB", "words": "Call me"}


def test_a_marketer_types_a_lead_in(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    answer = client.post("/leads/new/", ADA | {"campaign": campaign.pk})
    lead = Lead.objects.get()
    assert answer.url == f"/leads/{lead.pk}/"
    assert (lead.campaign, lead.channel, lead.owner) == (campaign, campaign.channel, mara)
    assert (trail(lead), lead.touchpoints.get().kind) == (["captured"], "hand")


def test_a_known_mail_address_lands_on_the_known_person_and_says_so(client, mara):
    lead = a_lead(mara, person=a_person(email="ADA@example.com", name="Ada"))
    client.force_login(mara)
    page = client.post("/leads/new/", ADA, follow=True)
    assert (Person.objects.count(), Lead.objects.count()) == (1, 1)
    assert lead.touchpoints.last().words == "Call me"
    assert "has an open lead" in str(list(page.wsgi_request._messages)[-1])


def test_a_form_sent_twice_touches_once(client, mara):
    client.force_login(mara)
    once = client.get("/leads/new/").context["form"]["once"].value()
    for _time in range(2):
        client.post("/leads/new/", ADA | {"once": once})
    assert Lead.objects.get().touchpoints.count() == 1


def test_nobody_at_all_is_refused_and_the_words_are_kept(client, mara):
    client.force_login(mara)
    page = client.post("/leads/new/", {"words": "Call me"})
    assert page.status_code == 422
    assert page.context["form"].errors["name"] == ["Give a name, a mail address or a phone number."]
    assert page.context["form"]["words"].value() == "Call me"


def test_a_name_alone_is_enough(client, mara):
    client.force_login(mara)
    client.post("/leads/new/", {"name": "Somebody from the booth"})
    assert str(Lead.objects.get().person) == "Somebody from the booth"


@pytest.mark.parametrize("who", ["sam", "ana", "zoe"])
def test_only_who_captures_leads_may_type_one_in(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.post("/leads/new/", ADA).status_code == 403
    assert not Lead.objects.exists()


def test_the_form_offers_only_campaigns_the_reader_runs(client, mara, agency):
    a_campaign(mara, name="Ours")
    theirs = a_campaign(agency, name="Theirs")
    client.force_login(agency)
    assert list(client.get("/leads/new/").context["form"].fields["campaign"].queryset) == [theirs]


def test_a_phone_number_alone_has_to_be_one(client, mara):
    client.force_login(mara)
    answer = client.post("/leads/new/", {"phone": "abc"})
    assert answer.status_code == 422 and "phone" in answer.context["form"].errors
    assert not Lead.objects.exists()
    assert client.post("/leads/new/", {"phone": "+49 40 1234567"}).status_code == 302


def test_a_name_has_no_characters_that_nobody_sees(client, mara):
    client.force_login(mara)
    assert client.post("/leads/new/", {"name": "\u202e\u2066"}).status_code == 422
    client.post("/leads/new/", {"name": "Ada\u202e gre\u2069B\x07"})
    assert Lead.objects.get().person.name == "Ada greB"
