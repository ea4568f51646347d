"""The page of one lead when much has happened, by whomever, at once."""

from datetime import timedelta

import pytest

from deals.activities.actions import plan
from deals.answers.actions import accept
from deals.pipeline.actions import open_deal
from leads.campaigns.models import Campaign
from leads.lead.actions import capture
from leads.touches.actions import touch
from leads.touches.models import TouchKind
from tests.reports.opening import page
from tests.story import (
    a_campaign,
    a_lead,
    a_person,
    ago,
    an_accepted,
    an_offer,
)

pytestmark = pytest.mark.django_db
START = ago(days=30)


def test_a_long_journey_comes_in_pages_at_the_same_cost(
    client, mara, django_assert_max_num_queries
):
    lead = a_lead(mara, at=START)
    for number in range(500):
        at = START + timedelta(minutes=number)
        touch(TouchKind.FORM, person=lead.person, lead=lead, at=at, words=f"Message {number}.")
    client.force_login(mara)
    with django_assert_max_num_queries(45):
        shown = client.get(lead.get_absolute_url(), {"page": 2}).content.decode()
    assert "Message 449." in shown and "Message 450." not in shown
    assert shown.count("Message") == 51  # and what they said last, above


def test_the_page_costs_the_same_with_many_deals_and_episodes(
    client, mara, greta, django_assert_max_num_queries
):
    lead = an_accepted(mara, greta, at=START)
    for number in range(10):
        deal = open_deal(by=greta, name=f"Deal {number}", lead=lead, at=START)
        plan(by=greta, text="Call", due_at=ago(days=-1), deal=deal)
    client.force_login(greta)
    with django_assert_max_num_queries(50):
        assert client.get(lead.get_absolute_url()).status_code == 200


def test_the_sample_is_marked(client, mara):
    lead = a_lead(mara, person=a_person(name="Ada", sample=True))
    assert '<span class="chip chip--outline">sample</span>' in page(client, lead, mara)


def test_what_strangers_wrote_stays_text(client, mara):
    campaign = a_campaign(mara, name="<b>Fair</b>")
    person = a_person(name="<script>alert(1)</script>")
    lead, _born = capture(
        person, by=mara, touched=TouchKind.FORM, campaign=campaign, words="<img src=x>"
    )
    shown = page(client, lead, mara)
    assert "<script>alert" not in shown and "<img src=x>" not in shown
    assert "<b>Fair</b>" not in shown and Campaign.objects.count() == 1


def test_the_lost_race_shows_on_the_page_who_was_faster(client, mara, sam, ben):
    handoff = an_offer(mara, None, team=sam.teams.get())
    accept(handoff, by=ben)
    client.force_login(sam)
    answer = client.post(f"/handoffs/{handoff.pk}/acceptance/")
    assert answer.status_code in (403, 409)
    assert "by Ben" in page(client, handoff.lead, sam)
