"""One person in one campaign: what they are to it, when they first responded, what follows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from funnel.refusal import Refusal
from leads.models import CampaignResponse, Lead, ResponseStep, Touchpoint
from leads.qualification.actions import recycle
from leads.responses.actions import Said, respond, respond_many
from tests.story import a_campaign, a_lead, a_person, a_reason, ago, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def webinar(mara):
    return a_campaign(mara, name="Webinar", type="event")


def was(person, campaign):
    row = CampaignResponse.objects.get(person=person, campaign=campaign)
    return [step.status for step in row.steps.all()], row.status


def test_somebody_is_invited_registers_and_attends(mara, webinar):
    ada = a_person()
    for days, status in ((9, "invited"), (5, "registered"), (1, "attended")):
        respond(ada, webinar, status, by=mara, at=ago(days=days))
    row = CampaignResponse.objects.get()
    assert was(ada, webinar) == (["invited", "registered", "attended"], "attended")
    assert abs(row.first_responded_at - ago(days=5)) < timedelta(minutes=1)


def test_to_be_sent_or_invited_is_no_response(mara, webinar):
    ada = a_person()
    respond(ada, webinar, "invited", by=mara)
    assert CampaignResponse.objects.get().first_responded_at is None
    assert not Touchpoint.objects.exists()


def test_the_same_again_is_nothing(mara, webinar):
    ada = a_person()
    assert respond(ada, webinar, "registered", by=mara)
    assert respond(ada, webinar, "registered", by=mara) is None
    assert was(ada, webinar) == (["registered"], "registered")
    assert Touchpoint.objects.count() == 1


def test_what_is_learned_later_takes_its_place_in_time(mara, webinar):
    ada = a_person()
    respond(ada, webinar, "attended", by=mara, at=ago(days=1))
    respond(ada, webinar, "registered", by=mara, at=ago(days=3))
    assert was(ada, webinar) == (["registered", "attended"], "attended")
    first = CampaignResponse.objects.get().first_responded_at
    assert abs(first - ago(days=3)) < timedelta(minutes=1)


def test_a_mistake_is_followed_by_what_is_right(mara, webinar):
    ada = a_person()
    for hours, status in ((3, "attended"), (2, "no_show"), (1, "attended")):
        respond(ada, webinar, status, by=mara, at=ago(hours=hours))
    assert was(ada, webinar) == (["attended", "no_show", "attended"], "attended")


def test_a_response_is_a_touch_of_the_open_lead(mara, webinar):
    lead = a_lead(mara, at=ago(days=2))
    respond(lead.person, webinar, "attended", by=mara)
    touch = Touchpoint.objects.get(kind="response")
    assert (touch.lead, touch.campaign, touch.page) == (lead, webinar, "Attended")
    assert Lead.objects.count() == 1


def test_who_was_put_away_wakes_by_a_response_and_by_nothing_less(mara, webinar):
    lead = a_lead(mara, at=ago(days=9))
    recycle(lead, by=mara, reason=a_reason("recycle", "no_response"), at=ago(days=5))
    respond(lead.person, webinar, "registered", by=mara, at=ago(days=6))  # before it slept
    respond(lead.person, webinar, "invited", by=mara, at=ago(days=4))
    assert trail(lead)[-1] == "recycled"
    respond(lead.person, webinar, "attended", by=mara)
    assert trail(lead) == ["captured", "recycled", "captured"]


@pytest.mark.parametrize(("status", "at"), [("opened", None), ("attended", ago(days=-1))])
def test_what_cannot_be_is_refused_and_writes_nothing(mara, webinar, status, at):
    ada, ben = a_person(), a_person(name="Ben", email="ben@example.com")
    said = [Said(ben, webinar, "attended", now()), Said(ada, webinar, status, at or now())]
    with pytest.raises(Refusal):
        respond_many(said, by=mara)
    assert not CampaignResponse.objects.exists() and not ResponseStep.objects.exists()


def test_the_ledger_is_never_edited(mara, webinar):
    respond(a_person(), webinar, "attended", by=mara)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResponseStep.objects.update(status="invited")


def test_many_people_ask_no_more_questions(mara, webinar, django_assert_max_num_queries):
    people = [a_person(name=str(n), email=f"p{n}@example.com") for n in range(40)]
    with django_assert_max_num_queries(12):
        respond_many([Said(each, webinar, "attended", now()) for each in people], by=mara)
    assert CampaignResponse.objects.exclude(first_responded_at=None).count() == 40
