"""A set of leads that was offered by mistake is taken back: whatever of it still waits."""

import pytest

from deals.answers.actions import accept
from leads.models import Handoff
from leads.routing.actions import offer_many_to
from tests.leads.routing import many_leads
from tests.story import trail

pytestmark = pytest.mark.django_db
BACK = "/leads/offer/withdrawal/"


@pytest.fixture
def made(mara, sam):
    handoffs, _refused = offer_many_to(many_leads(mara, 3), by=mara, to=sam)
    return handoffs


def taken_back(client, handoffs):
    at = handoffs[0].offered_at.isoformat()
    return client.post(BACK, {"at": at}, follow=True).text


def test_what_waits_comes_back_and_once(client, mara, made):
    client.force_login(mara)
    at = made[0].offered_at.isoformat()
    assert "Take 3 back" in client.get("/leads/offer/made/", {"at": at}).text
    assert "3 taken back." in taken_back(client, made)
    taken_back(client, made)
    assert [trail(each) for each in made] == [["offered", "withdrawn"]] * 3
    assert {each.lead.stage for each in Handoff.objects.all()} == {"captured"}
    assert "Take" not in client.get("/leads/offer/made/", {"at": at}).text


def test_what_sales_took_meanwhile_stays_with_sales(client, mara, sam, made):
    accept(made[0], by=sam)
    client.force_login(mara)
    assert "2 taken back. 1 was answered meanwhile and stays." in taken_back(client, made)
    assert trail(made[0]) == ["offered", "accepted"]


@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("agency", 302)])
def test_nobody_takes_back_what_others_offered(client, request, made, who, code):
    client.force_login(request.getfixturevalue(who))
    sent = {"at": made[0].offered_at.isoformat()}
    assert client.post(BACK, sent).status_code == code
    assert [trail(each) for each in made] == [["offered"]] * 3


@pytest.mark.parametrize("at", ["", "never", "2026-01-01T10:00:00+00:00"])
def test_an_odd_moment_takes_nothing_back(client, mara, made, at):
    client.force_login(mara)
    assert client.post(BACK, {"at": at}).status_code == 302
    assert [trail(each) for each in made] == [["offered"]] * 3
