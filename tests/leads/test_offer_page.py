import pytest

from leads.handoff.actions import withdraw
from leads.models import Handoff
from tests.story import a_lead, a_person, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


def to(one):
    return {"receiver": f"{type(one).__name__.lower()}-{one.pk}", "note": "She asked twice"}


def test_a_lead_is_offered_to_a_person_with_a_word(client, mara, sam):
    lead = an_mql(mara)
    client.force_login(mara)
    assert client.post(f"/leads/{lead.pk}/offer/", to(sam)).url == f"/leads/{lead.pk}/"
    handoff = Handoff.objects.get()
    assert (handoff.offered_to, handoff.team, handoff.note) == (
        sam,
        sam.teams.get(),
        "She asked twice",
    )


def test_a_lead_is_offered_to_a_queue(client, mara, sam):
    lead = an_mql(mara)
    client.force_login(mara)
    client.post(f"/leads/{lead.pk}/offer/", to(sam.teams.get()))
    handoff = Handoff.objects.get()
    assert (handoff.offered_to, handoff.team) == (None, sam.teams.get())


def test_offering_twice_offers_once(client, mara, sam):
    lead = an_mql(mara)
    client.force_login(mara)
    for _time in range(2):
        assert client.post(f"/leads/{lead.pk}/offer/", to(sam)).status_code == 302
    assert Handoff.objects.count() == 1


def test_an_offer_needs_somebody_and_keeps_the_words(client, mara, sam):
    lead = an_mql(mara)
    client.force_login(mara)
    page = client.post(f"/leads/{lead.pk}/offer/", {"note": "She asked twice"})
    assert page.status_code == 422 and "Choose who gets this lead." in page.text
    assert page.context["form"]["note"].value() == "She asked twice"
    assert not Handoff.objects.exists()


def test_only_people_who_can_answer_are_to_be_chosen(client, mara, sam, ana, zoe):
    client.force_login(mara)
    form = client.get(f"/leads/{an_mql(mara).pk}/offer/").context["form"]
    assert form.sellers == [sam] and form.queues == [sam.teams.get()]
    lead = an_mql(mara)
    assert client.post(f"/leads/{lead.pk}/offer/", to(ana)).status_code == 422


def test_the_page_shows_what_goes_along_and_what_is_missing(client, mara, sam):
    lead = a_lead(mara, person=a_person(email="ada@example.com"), words="42 bathrooms")
    client.force_login(mara)
    page = client.get(f"/leads/{lead.pk}/offer/")
    assert page.context["seen"]["words"] == "42 bathrooms" and "“42 bathrooms”" in page.text
    assert page.context["missing"] == {"name": "no name", "phone": "no phone number"}


def test_who_is_both_sides_can_take_it_at_once(client, mara, solo):
    lead = an_mql(solo)
    client.force_login(solo)
    assert client.get(f"/leads/{lead.pk}/offer/").context["alone"]
    client.force_login(mara)
    assert not client.get(f"/leads/{lead.pk}/offer/").context["alone"]


@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("agency", 404)])
def test_who_may_not_offers_nothing(client, request, mara, who, code):
    lead = an_mql(mara)
    user = request.getfixturevalue(who)
    client.force_login(user)
    assert client.get(f"/leads/{lead.pk}/offer/").status_code == code
    assert client.post(f"/leads/{lead.pk}/offer/", to(user)).status_code == code
    assert trail(lead) == ["captured", "mql"]


def test_an_offer_is_withdrawn_once(client, mara, sam):
    handoff = an_offer(mara, sam)
    client.force_login(mara)
    for _time in range(2):
        assert client.post(f"/handoffs/{handoff.pk}/withdrawal/").status_code == 302
    assert trail(handoff) == ["offered", "withdrawn"]
    assert trail(handoff.lead)[-2:] == ["offered", "mql"]


def test_what_was_answered_meanwhile_names_who_answered(client, mara, sam):
    from deals.answers.actions import accept

    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    client.force_login(mara)
    answer = client.post(f"/handoffs/{handoff.pk}/withdrawal/")
    assert answer.status_code == 409 and "Accepted by Sam" in answer.text


@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("agency", 404)])
def test_who_may_not_withdraws_nothing(client, request, mara, ben, who, code):
    handoff = an_offer(mara, ben)
    client.force_login(request.getfixturevalue(who))
    assert client.post(f"/handoffs/{handoff.pk}/withdrawal/").status_code == code
    assert trail(handoff) == ["offered"]


def test_a_withdrawn_lead_can_be_offered_again(client, mara, sam):
    first = an_offer(mara, sam)
    withdraw(first, by=mara)
    client.force_login(mara)
    client.post(f"/leads/{first.lead_id}/offer/", to(sam))
    assert Handoff.objects.latest("pk").pass_no == 2


def test_what_is_promised_is_told_in_hours_of_working_time_never_in_days(client, mara, sam):
    client.force_login(mara)
    page = client.get(f"/leads/{an_mql(mara).pk}/offer/").text
    assert "Cold: answer within 24 h, contact within 48 h of working time" in page
    assert "Hot: answer within 15 min, contact within 1 h of working time" in page
