from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leads.campaigns.actions import take
from leads.models import Campaign
from tests.story import a_campaign, a_channel, a_lead, an_accepted, an_offer

pytestmark = pytest.mark.django_db


def typed(owner, **more):
    return {
        "name": "Fair Hamburg",
        "type": "fair",
        "objective": "capture",
        "stage": "planned",
        "channel": a_channel("fair").pk,
        "owner": owner.pk,
        "starts_on": "2026-09-24",
        "goal": "Meet fitters",
    } | more


def test_a_marketer_plans_a_campaign_and_sees_it(client, mara):
    client.force_login(mara)
    page = client.post("/campaigns/new/", typed(mara, ends_on="2026-09-27"), follow=True)
    campaign = Campaign.objects.get()
    assert page.redirect_chain == [(f"/campaigns/{campaign.pk}/", 302)]
    assert campaign.ends_on == date(2026, 9, 27) and b"Fair Hamburg" in page.content


def test_a_form_sent_twice_plans_one_campaign(client, mara):
    client.force_login(mara)
    once = client.get("/campaigns/new/").context["form"]["once"].value()
    for _time in range(2):
        assert client.post("/campaigns/new/", typed(mara, once=once)).status_code == 302
    assert Campaign.objects.count() == 1


def test_a_campaign_cannot_end_before_it_begins(client, mara):
    client.force_login(mara)
    page = client.post("/campaigns/new/", typed(mara, ends_on="2026-01-01"))
    assert page.status_code == 422
    assert page.context["form"].errors["ends_on"] == ["It ends before it begins."]
    assert page.context["form"]["name"].value() == "Fair Hamburg"


@pytest.mark.parametrize("who", ["sam", "zoe"])
def test_sales_and_strangers_to_it_may_not_open_campaigns(client, request, mara, who):
    campaign = a_campaign(mara)
    client.force_login(request.getfixturevalue(who))
    for address in ("/campaigns/", "/campaigns/new/", f"/campaigns/{campaign.pk}/"):
        assert client.get(address).status_code == 403


def test_an_analyst_reads_campaigns_and_changes_none(client, ana, mara):
    campaign = a_campaign(mara)
    client.force_login(ana)
    assert client.get(f"/campaigns/{campaign.pk}/").status_code == 200
    assert client.get(f"/campaigns/{campaign.pk}/edit/").status_code == 403
    assert client.post(f"/campaigns/{campaign.pk}/archiving/").status_code == 403


def test_what_an_agency_does_not_run_does_not_exist_for_it(client, mara, agency):
    theirs, other = a_campaign(agency, name="Theirs"), a_campaign(mara, name="Ours")
    client.force_login(agency)
    assert client.get(f"/campaigns/{theirs.pk}/").status_code == 200
    assert client.get(f"/campaigns/{other.pk}/").status_code == 404
    assert b"Ours" not in client.get("/campaigns/?view=all").content


def test_the_pills_tell_the_stages_apart(client, mara):
    a_campaign(mara, name="Now")
    a_campaign(mara, name="Soon", stage="planned")
    a_campaign(mara, name="Perhaps", stage="idea")
    take(a_campaign(mara, name="Over"), "done", by=mara)
    client.force_login(mara)
    views = {"live": "Now", "planned": "Soon", "ideas": "Perhaps", "ended": "Over"}
    for view, name in views.items():
        page = client.get(f"/campaigns/?view={view}")
        assert [str(campaign) for campaign, *_more in page.context["rows"]] == [name]
    counted = {pill["label"]: pill["count"] for pill in page.context["pills"]}
    assert counted == {
        "Live": 1, "Paused": 0, "Planned": 1, "Ideas": 1, "Ended": 1, "Mine": 4, "All": 4,
        "Archived": 0,
    }  # fmt: skip


def test_the_list_tells_what_each_campaign_cost_and_brought(client, mara, sam):
    campaign = a_campaign(mara)
    a_lead(mara, campaign=campaign)
    an_offer(mara, sam, campaign=campaign)
    an_accepted(mara, sam, campaign=campaign)
    client.force_login(mara)
    ((_campaign, figures, _over, clicks, weeks),) = client.get("/campaigns/").context["rows"]
    assert (figures.captured, figures.mql, figures.offered, figures.accepted) == (3, 2, 2, 1)
    assert (clicks, sum(week.captured for week in weeks.weeks)) == (0, 3)


def asked(client, address):
    """(the page, how many questions it asked)."""
    with CaptureQueriesContext(connection) as questions:
        page = client.get(address)
    return page, len(questions)


def test_a_long_list_comes_in_pages_and_asks_no_more_questions(client, mara):
    client.force_login(mara)
    names = (f"Campaign {number}" for number in range(60))
    a_campaign(mara, name=next(names))
    asked(client, "/campaigns/")
    _page, of_one = asked(client, "/campaigns/")
    for name in names:
        a_campaign(mara, name=name)
    page, of_many = asked(client, "/campaigns/?page=2")
    assert len(page.context["rows"]) == 10
    assert of_many <= of_one


def test_an_empty_list_offers_the_first_act_only_to_who_may(client, mara, ana):
    client.force_login(mara)
    assert b"Make a campaign" in client.get("/campaigns/").content
    client.force_login(ana)
    assert b"Make a campaign" not in client.get("/campaigns/").content


def test_an_archived_campaign_leaves_the_lists_and_comes_back(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    client.post(f"/campaigns/{campaign.pk}/archiving/")
    assert client.get("/campaigns/?view=all").context["rows"] == []
    assert len(client.get("/campaigns/?view=archived").context["rows"]) == 1
    client.post(f"/campaigns/{campaign.pk}/archiving/", {"back": "yes"})
    assert len(client.get("/campaigns/?view=all").context["rows"]) == 1
