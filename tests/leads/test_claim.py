"""Taking a waiting offer out of the queue, within limits."""

import pytest
import time_machine
from django.utils.timezone import now

from deals.answers.actions import accept, send_back
from funnel.refusal import LostRace, Refusal
from leads.handoff.actions import offer
from leads.models import Claim, Handoff
from leads.routing.actions import claim, set_claim_rule, set_seat
from tests.cast import a_user
from tests.leads.routing import NOTHING
from tests.story import a_reason, ago, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(mara, sam, ben):
    """A lead in the queue of Sam and Ben."""
    return an_offer(mara, team=sam.teams.get())


def test_a_claimed_offer_is_one_s_own_and_its_clocks_go_on(waiting, sam):
    before = waiting.offered_at
    claim(waiting, by=sam)
    handoff = Handoff.objects.get()
    assert (handoff.offered_to, handoff.offered_at, trail(handoff)) == (sam, before, ["offered"])
    accept(handoff, by=sam)


def test_claiming_twice_is_claiming_once(waiting, sam):
    assert claim(waiting, by=sam) == claim(waiting, by=sam)
    assert Claim.objects.count() == 1


def test_the_slower_one_is_told_who_took_it(waiting, sam, ben):
    claim(waiting, by=ben)
    with pytest.raises(LostRace, match=r"^Ben took it \d s ago\.$"):
        claim(waiting, by=sam)
    accept(waiting, by=ben)
    with pytest.raises(LostRace, match="Accepted by Ben"):
        claim(waiting, by=sam)


def test_what_is_offered_to_a_person_is_no_queue_s(mara, sam, ben):
    with pytest.raises(LostRace, match="It is offered to Ben, not to a queue."):
        claim(an_offer(mara, ben), by=sam)


def test_a_queue_is_its_team_s_and_whoever_runs_the_line(waiting, greta):
    with pytest.raises(Refusal, match="Only North may claim"):
        claim(waiting, by=a_user("Otto", "salesperson", team="South"))
    claim(waiting, by=greta)
    assert Handoff.objects.get().offered_to == greta


def test_a_day_has_so_many_claims(mara, waiting, sam):
    set_claim_rule(per_day=1, cool_down_hours=24)
    claim(waiting, by=sam)
    other = an_offer(mara, team=sam.teams.get())
    with pytest.raises(Refusal, match="You claimed 1 lead today; that is the limit."):
        claim(other, by=sam)
    with time_machine.travel(ago(days=-1)):
        claim(other, by=sam)


def test_who_has_as_many_open_offers_as_agreed_claims_no_more(mara, waiting, sam):
    an_offer(mara, sam)
    set_seat(sam, **NOTHING | {"open_offers_max": 1})
    with pytest.raises(Refusal, match="1 offer waits for you already"):
        claim(waiting, by=sam)


def test_whoever_let_a_lead_go_cools_down_first(mara, sam, ben):
    lead, north = an_mql(mara), sam.teams.get()
    first = offer(lead, by=mara, to=sam)
    send_back(first, by=sam, reason=a_reason("return", "wrong_person"))
    again = offer(lead, by=mara, team=north)
    with pytest.raises(Refusal, match="returned with you less than 24 hours ago"):
        claim(again, by=sam)
    with time_machine.travel(ago(hours=-25)):
        claim(again, by=sam, at=now())


@pytest.mark.parametrize("who, code", [("sam", 302), ("mara", 403), ("ana", 403), ("greta", 302)])
def test_who_may_claim_on_the_page(client, request, waiting, who, code):
    client.force_login(request.getfixturevalue(who))
    for _time in range(2):
        assert client.post(f"/handoffs/{waiting.pk}/claim/").status_code == code
    assert Claim.objects.count() == (code == 302)


def test_another_team_s_queue_does_not_exist_on_the_page(client, waiting):
    client.force_login(a_user("Otto", "salesperson", team="South"))
    assert client.post(f"/handoffs/{waiting.pk}/claim/").status_code == 404
