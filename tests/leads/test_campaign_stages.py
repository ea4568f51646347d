"""A campaign from an idea to its end: who takes it on, what is asked, what is refused."""

import pytest
from django.db import IntegrityError, transaction

from funnel.refusal import LostRace, Refusal
from leads.campaigns.actions import begin, clone, take
from leads.models import Campaign, CampaignStep
from tests.story import a_campaign, a_channel, a_lead, ago, trail

pytestmark = pytest.mark.django_db


def at(campaign, stage):
    return f"/campaigns/{campaign.pk}/stages/{stage}/"


def test_a_marketer_takes_a_campaign_from_stage_to_stage(client, mara):
    campaign = a_campaign(mara, stage="idea")
    client.force_login(mara)
    said = [
        ("planned", {}),
        ("live", {}),
        ("paused", {"words": "New film first"}),
        ("live", {}),
        ("done", {}),
    ]
    for stage, words in said:
        assert client.post(at(campaign, stage), words).url == f"/campaigns/{campaign.pk}/"
    assert trail(campaign) == ["idea", *(stage for stage, _words in said)]
    page = client.get(f"/campaigns/{campaign.pk}/").text
    assert "New film first" in page and "Run it again" in page


@pytest.mark.parametrize("stage", ["paused", "cancelled"])
def test_a_pause_and_an_early_end_say_why(client, mara, stage):
    campaign = a_campaign(mara)
    client.force_login(mara)
    page = client.post(at(campaign, stage), {"words": "  "})
    assert page.status_code == 422 and page.context["form"].errors["words"]
    with pytest.raises(Refusal, match="Say why"):
        take(campaign, stage, by=mara)
    client.post(at(campaign, stage), {"words": "Too dear"})
    assert "Too dear" in client.get(f"/campaigns/{campaign.pk}/").text
    assert trail(campaign) == ["live", stage]


def test_what_cannot_follow_is_refused_in_words(client, mara):
    campaign = a_campaign(mara, stage="idea")
    client.force_login(mara)
    page = client.post(at(campaign, "done"))
    assert page.status_code == 422 and "What is idea cannot become done." in page.text
    assert trail(campaign) == ["idea"]


def test_twice_is_once_and_the_second_of_two_is_told_who_was_first(client, mara, ana, adam):
    campaign = a_campaign(mara)
    assert take(campaign, "done", by=mara) and take(campaign, "done", by=mara) is None
    with pytest.raises(LostRace, match="Done by Mara"):
        take(campaign, "done", by=adam)
    assert trail(campaign) == ["live", "done"]


@pytest.mark.parametrize("who, code", [("ana", 403), ("sam", 403), ("agency", 404)])
@pytest.mark.parametrize("act", ["stages/paused", "clones"])
def test_who_may_not_run_campaigns_changes_none(client, request, mara, who, code, act):
    campaign = a_campaign(mara)
    client.force_login(request.getfixturevalue(who))
    sent = {"words": "No", "name": "Mine", "starts_on": "2026-10-01"}
    assert client.post(f"/campaigns/{campaign.pk}/{act}/", sent).status_code == code
    assert trail(campaign) == ["live"] and Campaign.objects.count() == 1


def test_the_ledger_of_stages_is_never_edited(mara):
    a_campaign(mara)
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignStep.objects.update(to_stage="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignStep.objects.all().delete()


def test_a_paused_campaign_still_gets_what_comes(mara):
    campaign = a_campaign(mara)
    take(campaign, "paused", by=mara, words="New film")
    assert a_lead(mara, campaign=campaign).campaign == campaign


def test_one_that_should_have_ended_asks_whether_it_has(client, mara):
    campaign = a_campaign(mara, ends_on=ago(days=3).date())
    client.force_login(mara)
    assert "3 days ago. Is it done?" in client.get(f"/campaigns/{campaign.pk}/").text
    assert "3 days over" in client.get("/campaigns/").text
    take(campaign, "done", by=mara)
    assert "Is it done?" not in client.get(f"/campaigns/{campaign.pk}/").text


def test_a_clone_is_an_idea_with_the_same_plan_and_nothing_that_happened(client, mara, adam):
    known = {"planned_leads": 40, "hypothesis": "Cards", "type": "fair", "goal": "Meet fitters"}
    campaign = a_campaign(mara, **known)
    a_lead(mara, campaign=campaign)
    client.force_login(adam)
    once = client.get(f"/campaigns/{campaign.pk}/clones/").context["form"]["once"].value()
    sent = {"name": "Spring again", "starts_on": "2027-03-01", "once": once}
    for _time in range(2):
        client.post(f"/campaigns/{campaign.pk}/clones/", sent)
    again = Campaign.objects.exclude(pk=campaign.pk).get()
    assert {name: getattr(again, name) for name in known} == known
    assert (again.stage, again.owner, again.code) == ("idea", adam, "spring-again")
    assert not again.leads.exists()


def test_codes_are_made_of_the_name_and_tell_all_apart(mara):
    names = ["Frühling & Fair", "Fruhling Fair", "Frühling Fair", "!!!", "x" * 120]
    codes = [a_campaign(mara, name=name).code for name in names]
    assert codes == ["fruhling-fair", "fruhling-fair-2", "fruhling-fair-3", "campaign", "x" * 60]
    assert a_campaign(mara, name="x" * 120).code == f"{'x' * 52}-2"


def test_a_code_that_another_has_is_refused_with_its_name(mara):
    a_campaign(mara, name="Fair", code="fair")
    again = Campaign(name="Other", code="fair", channel=a_channel(), owner=mara)
    again.starts_on = ago().date()
    with pytest.raises(Refusal, match="“Fair” has this code already."):
        begin(again, by=mara)
    with pytest.raises(Refusal, match="New cannot become done|cannot become done"):
        begin(again, by=mara, stage="done")


def test_a_clone_of_a_part_is_part_of_the_same(mara):
    whole = a_campaign(mara, name="Whole")
    again = clone(a_campaign(mara, parent=whole), by=mara, name="B", starts_on=ago().date())
    assert (again.parent, trail(again)) == (whole, ["idea"])


def test_the_code_of_a_campaign_one_may_not_see_is_taken_without_its_name(client, mara, agency):
    a_campaign(mara, name="Secret fair", code="fair")
    client.force_login(agency)
    sent = {"name": "Mine", "code": "fair", "type": "fair", "objective": "capture"}
    sent |= {"stage": "idea", "starts_on": "2026-10-01", "owner": agency.pk}
    page = client.post("/campaigns/new/", sent | {"channel": a_channel().pk})
    assert page.context["form"].errors["code"] == ["Another campaign has this code."]
    assert "Secret" not in page.text
