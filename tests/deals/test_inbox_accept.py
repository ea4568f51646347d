"""Accepting in the inbox: the row goes over the line, and what is next is proposed."""

from datetime import UTC, datetime, timedelta

import pytest
from time_machine import travel

from deals.activities.parsing import read
from deals.answers.actions import accept
from deals.answers.proposal import proposal
from funnel.models import Team
from tests.story import a_person, an_offer, trail

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
FRIDAY = datetime(2026, 3, 6, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17


def take(client, handoff, reader, **headers):
    client.force_login(reader)
    onward = {"next": f"/handoffs/?view=mine&took={handoff.pk}"}
    return client.post(f"/handoffs/{handoff.pk}/acceptance/", onward, headers=headers)


def test_the_next_step_is_proposed_beside_the_one_just_taken(client, mara, sam):
    handoff = an_offer(mara, sam, person=a_person(name="Ada Berg"))
    text = client.get(take(client, handoff, sam).url).text
    assert "Accepted. Ada Berg is yours." in text
    assert 'id="proposal"' in text and f"/activities/new/?lead={handoff.lead_id}" in text


def test_for_htmx_the_row_takes_its_time_over_the_line(client, mara, sam):
    url = take(client, an_offer(mara, sam), sam, **HTMX).url
    assert client.get(url, headers=HTMX)["HX-Reswap"] == "outerHTML swap:200ms"
    assert "HX-Reswap" not in client.get(url)


def test_nothing_is_proposed_to_others_or_where_something_is_planned(client, mara, sam, greta):
    handoff = an_offer(mara, sam)
    page = take(client, handoff, sam).url
    client.post(
        f"/activities/new/?lead={handoff.lead_id}", {"kind": "call", "words": "Call in 2 hours"}
    )
    assert 'id="proposal"' not in client.get(page).text
    client.force_login(greta)
    assert 'id="proposal"' not in client.get(page).text


def test_the_proposal_becomes_a_next_step_and_nothing_else(client, mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    client.force_login(sam)
    typed = {"kind": "call", "words": proposal(handoff), "next": "/handoffs/"}
    assert client.post(f"/activities/new/?lead={handoff.lead_id}", typed).url == "/handoffs/"
    assert handoff.lead.next_steps.get().text == "Call"
    assert not handoff.lead.activities.exists()


@pytest.mark.parametrize(
    ("hour", "proposed"),
    [
        (9.5, "Call today 10:00"),
        (14, "Call today 15:00"),
        (16.2, "Call Mon 9:00"),
        (20, "Call Mon 10:00"),
    ],
)
def test_a_call_is_proposed_at_a_full_hour_of_work(mara, sam, hour, proposed):
    at = FRIDAY + timedelta(hours=hour)
    with travel(at, tick=False):
        assert proposal(an_offer(mara, sam)) == proposed
        assert read(proposed, at).due_at > at


def test_who_comes_second_reads_in_the_rows_place_who_took_it(client, mara, sam, ben):
    handoff = an_offer(mara, team=Team.objects.get(name="North"))
    accept(handoff, by=ben)
    answer = take(client, handoff, sam, **HTMX)
    assert (answer.status_code, answer["HX-Retarget"]) == (409, f"#handoff-{handoff.pk}")
    assert answer["HX-Reswap"] == "outerHTML"
    assert "Ben took it 0 s ago" in answer.text
    assert trail(handoff) == ["offered", "accepted"]


def test_without_htmx_it_is_a_page_that_names_them(client, mara, sam, ben):
    handoff = an_offer(mara, team=Team.objects.get(name="North"))
    accept(handoff, by=ben)
    answer = take(client, handoff, sam)
    assert answer.status_code == 409 and "Accepted by Ben" in answer.text


def test_twice_is_once(client, mara, sam):
    handoff = an_offer(mara, sam)
    for _click in range(2):
        assert take(client, handoff, sam, **HTMX).status_code == 302
    assert trail(handoff) == ["offered", "accepted"]
