import pytest

from leads.models import Lead
from leads.qualification.actions import recycle
from tests.story import a_lead, a_reason, an_accepted, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db
SPAM = {"reason": "spam"}
JUDGING = ("qualification", "disqualification", "recycling", "waking", "sleep")
ACTS = (*JUDGING, "offer", "withdrawal")
LATER = {"reason": "not_now", "until": "2027-03-01", "words": "After the fair"}


def test_a_marketer_qualifies_a_lead_once(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    for _time in range(2):
        assert client.post(f"/leads/{lead.pk}/qualification/").url == f"/leads/{lead.pk}/"
    assert trail(lead) == ["captured", "mql"]


def test_a_lead_is_disqualified_with_a_coded_reason(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    assert client.post(f"/leads/{lead.pk}/disqualification/", SPAM).status_code == 302
    assert lead.steps.last().reason == "spam"


def test_without_a_reason_nothing_ends(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    page = client.post(f"/leads/{lead.pk}/disqualification/", {"words": "Just so"})
    assert page.status_code == 422 and page.context["form"].errors["reason"] == ["Choose a reason."]
    assert page.context["form"]["words"].value() == "Just so"
    assert trail(lead) == ["captured"]


def test_a_lead_is_put_away_until_a_day_and_wakes_as_the_same(client, mara):
    lead = an_mql(mara)
    client.force_login(mara)
    client.post(f"/leads/{lead.pk}/recycling/", LATER)
    assert str(Lead.objects.get().recycle_until) == "2027-03-01"
    for _time in range(2):
        client.post(f"/leads/{lead.pk}/waking/")
    assert trail(lead) == ["captured", "mql", "recycled", "mql"]


def test_a_sleeping_lead_is_given_another_day_and_its_history_tells(client, mara):
    lead = an_mql(mara)
    client.force_login(mara)
    client.post(f"/leads/{lead.pk}/recycling/", LATER)
    for _time in range(2):
        assert client.post(f"/leads/{lead.pk}/sleep/", {"until": "2027-05-01"}).status_code == 302
    assert str(Lead.objects.get().recycle_until) == "2027-05-01"
    assert trail(lead) == ["captured", "mql", "recycled"]
    assert "2027-05-01" in client.get(f"/leads/{lead.pk}/sleep/").text


@pytest.mark.parametrize("day, said", [
    ("2020-01-01", "That day is past."), ("", "This field is required."), ("soon", "valid date"),
])  # fmt: skip
def test_no_day_to_come_is_told_at_the_field(client, mara, day, said):
    lead = a_lead(mara)
    recycle(lead, by=mara, reason=a_reason("recycle", "no_response"))
    client.force_login(mara)
    page = client.post(f"/leads/{lead.pk}/sleep/", {"until": day})
    assert page.status_code == 422 and said in str(page.context["form"].errors["until"])
    assert Lead.objects.get().recycle_until is None


def test_no_lead_is_put_away_until_a_day_that_is_past(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    page = client.post(f"/leads/{lead.pk}/recycling/", LATER | {"until": "2020-01-01"})
    assert page.context["form"].errors["until"] == ["That day is past."]
    assert trail(lead) == ["captured"]


def test_a_reason_that_asks_until_when_gets_an_answer_or_nothing(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    page = client.post(f"/leads/{lead.pk}/recycling/", LATER | {"until": ""})
    assert page.context["form"].errors["until"] == ["Until when?"]


@pytest.mark.parametrize("act", JUDGING)
def test_what_waits_for_sales_is_not_marketings_to_move(client, mara, sam, act):
    lead = an_offer(mara, sam).lead
    client.force_login(mara)
    values = {"disqualification": SPAM, "recycling": LATER, "sleep": LATER}.get(act, {})
    assert client.post(f"/leads/{lead.pk}/{act}/", values).status_code == 422
    assert trail(lead) == ["captured", "mql", "offered"]
    assert lead.handoffs.get().stage == "offered"


@pytest.mark.parametrize("act", ["qualification", "disqualification", "waking"])
def test_beyond_the_line_the_winner_is_named(client, mara, sam, act):
    lead = an_accepted(mara, sam)
    client.force_login(mara)
    answer = client.post(f"/leads/{lead.pk}/{act}/", SPAM)
    assert answer.status_code == 409 and "Accepted by Sam" in answer.text
    assert trail(lead)[-1] == "accepted"


@pytest.mark.parametrize("act", JUDGING)
@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("agency", 404)])
def test_who_may_not_judges_nothing(client, request, mara, act, who, code):
    lead = a_lead(mara)
    client.force_login(request.getfixturevalue(who))
    assert client.post(f"/leads/{lead.pk}/{act}/", SPAM | LATER).status_code == code
    assert trail(lead) == ["captured"]


def test_a_question_changes_nothing(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    assert client.get(f"/leads/{lead.pk}/qualification/").status_code == 405
    assert client.get(f"/leads/{lead.pk}/disqualification/").status_code == 200
    assert trail(lead) == ["captured"]


@pytest.mark.parametrize("build, acts", [
    (a_lead, {"offer", "qualification", "recycling", "disqualification"}),
    (an_mql, {"offer", "recycling", "disqualification"}),
])  # fmt: skip
def test_only_the_legal_next_acts_are_offered(rf, mara, build, acts):
    assert offered(build(mara), mara) == acts


def test_a_sleeping_lead_can_be_woken_or_ended(mara):
    lead = a_lead(mara)
    recycle(lead, by=mara, reason=a_reason("recycle", "no_response"))
    assert offered(lead, mara) == {"waking", "disqualification", "sleep"}


def test_at_the_line_only_the_offer_can_be_withdrawn(mara, sam):
    handoff = an_offer(mara, sam)
    assert offered(handoff.lead, mara, handoff) == {"withdrawal"}
    assert offered(handoff.lead, sam, handoff) == set()


def offered(lead, user, handoff=None):
    from django.contrib.auth.context_processors import PermWrapper
    from django.template.loader import render_to_string

    lead.refresh_from_db()
    context = {"lead": lead, "perms": PermWrapper(user), "handoff": handoff}
    text = render_to_string("leads/lead/_acts.html", context)
    return {act for act in ACTS if f"/{act}/" in text}
