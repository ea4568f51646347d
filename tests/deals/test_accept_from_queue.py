"""Whoever accepts out of a queue takes it from there: the limits of claims are theirs, too."""

import pytest

from deals.answers.actions import accept, send_back
from funnel.refusal import Refusal
from leads.handoff.actions import offer
from leads.models import Claim
from leads.routing.actions import claim, set_claim_rule
from tests.story import a_reason, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def north(sam):
    return sam.teams.get()


def test_an_acceptance_out_of_the_queue_is_a_claim_and_one_s_own_offer_is_none(mara, sam, north):
    queued, own = an_offer(mara, team=north), an_offer(mara, sam)
    for handoff in (queued, own):
        accept(handoff, by=sam)
    assert [(each.handoff, each.by) for each in Claim.objects.all()] == [(queued, sam)]


def test_over_the_day_s_claims_nothing_is_accepted(mara, sam, ben, north):
    first, second = (an_offer(mara, team=north) for _each in range(2))
    set_claim_rule(per_day=1, cool_down_hours=0)
    accept(first, by=sam)
    with pytest.raises(Refusal, match="You claimed 1 lead today; that is the limit."):
        accept(second, by=sam)
    assert (trail(second), second.lead.seller) == (["offered"], None)
    accept(second, by=ben)


def test_a_claimed_lead_is_accepted_and_counts_once(mara, sam, north):
    handoff = an_offer(mara, team=north)
    set_claim_rule(per_day=1, cool_down_hours=0)
    claim(handoff, by=sam)
    for _time in range(2):
        accept(handoff, by=sam)
    assert Claim.objects.count() == 1 and trail(handoff) == ["offered", "accepted"]


def test_who_returned_a_lead_does_not_accept_it_out_of_the_queue_at_once(client, mara, sam, north):
    lead = an_mql(mara)
    first = offer(lead, by=mara, to=sam)
    send_back(first, by=sam, reason=a_reason("return", "wrong_person"))
    again = offer(lead, by=mara, team=north)
    client.force_login(sam)
    page = client.post(f"/handoffs/{again.pk}/acceptance/")
    assert page.status_code == 422 and "returned with you less than 24 hours ago" in page.text
    assert trail(again) == ["offered"]
