"""The line as a manager sees it: by team, who is away, and what can be done about it."""

from datetime import timedelta

import pytest

from deals.answers.actions import send_back
from funnel.absences.queries import today
from funnel.models import Absence, Team
from leads.clocks.actions import hold
from leads.disputes.actions import dispute, reply, uphold
from tests.cast import a_user
from tests.deals.test_inbox import named, names_in
from tests.story import a_reason, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def eve(db):
    return a_user("Eve", "salesperson", team="South")


def everyone(client, reader, **query):
    client.force_login(reader)
    return client.get("/handoffs/", {"view": "everyone", **query})


def away(user):
    Absence.objects.create(user=user, first_on=today(), last_on=today() + timedelta(days=2))


def returned(mara, sam):
    handoff = an_offer(mara, sam, person=named("Ada"))
    send_back(handoff, by=sam, reason=a_reason("return", "no_capacity"), words="Full.")
    return handoff


def test_everyone_can_be_read_team_by_team(client, greta, mara, sam, eve):
    an_offer(mara, sam, person=named("Ada"))
    an_offer(mara, eve, person=named("Bea"))
    assert names_in(everyone(client, greta)) == ["Ada", "Bea"]
    south = Team.objects.get(name="South")
    answer = everyone(client, greta, team=south.pk)
    assert names_in(answer) == ["Bea"] and ">North<" in answer.text


def test_one_team_alone_needs_no_choice(client, greta, mara, sam):
    an_offer(mara, sam)
    assert 'class="pills teams"' not in everyone(client, greta).text


def test_who_is_away_is_marked_for_the_manager_alone(client, greta, mara, sam):
    an_offer(mara, sam)
    away(sam)
    assert "away until" in everyone(client, greta).text
    assert "away until" not in everyone(client, mara).text


def test_passing_on_says_who_is_away(client, greta, mara, sam, ben):
    handoff = an_offer(mara, ben)
    away(sam)
    client.force_login(greta)
    assert "Sam, away until" in client.get(f"/handoffs/{handoff.pk}/passing/").text


def test_a_manager_holds_the_clock_and_lets_it_run_and_comes_back_here(client, greta, mara, sam):
    handoff = an_offer(mara, sam)
    assert (
        f"/handoffs/{handoff.pk}/hold/?next=/handoffs/?view=everyone"
        in everyone(client, greta).text
    )
    hold(handoff, by=greta, words="The fair")
    text = everyone(client, greta).text
    assert "clock held" in text and f"/handoffs/{handoff.pk}/resumption/" in text
    back = {"next": "/handoffs/?view=everyone"}
    assert client.post(f"/handoffs/{handoff.pk}/resumption/", back).url == back["next"]


def test_a_seller_is_not_offered_what_only_managers_do(client, mara, sam):
    an_offer(mara, sam)
    client.force_login(sam)
    text = client.get("/handoffs/").text
    assert "/hold/" not in text and "/nudge/" not in text and "/withdrawal/" not in text


def test_marketing_answers_or_disputes_and_the_manager_decides(client, greta, mara, sam):
    handoff = returned(mara, sam)
    client.force_login(mara)
    text = client.get("/handoffs/?view=back").text
    assert f"/handoffs/{handoff.pk}/answer/" in text and f"/handoffs/{handoff.pk}/dispute/" in text
    dispute(handoff, by=mara, words="She asked for a date.")
    client.force_login(greta)
    text = client.get("/handoffs/?view=disputed").text
    for said in ("No capacity", "Full.", "She asked for a date.", f"/{handoff.pk}/decision/"):
        assert said in text


def test_what_was_decided_is_marked_and_asks_for_nothing(client, greta, mara, sam):
    handoff = returned(mara, sam)
    reply(handoff, by=mara, words="Thank you")
    dispute(handoff, by=mara, words="No")
    uphold(handoff, by=greta, words="So it is")
    client.force_login(mara)
    text = client.get("/handoffs/?view=back").text
    assert "Upheld" in text and "/decision/" not in text and "No capacity" in text
