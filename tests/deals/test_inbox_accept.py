"""Accepting in the inbox: the row goes over the line, and what is next is proposed."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from time_machine import travel

from deals.activities.parsing import read
from deals.answers.actions import accept, send_back, snooze
from deals.answers.proposal import proposal
from funnel.models import Team
from leads.clocks.actions import hold
from tests.story import a_person, a_reason, ago, an_offer, trail

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


def four(mara, sam):
    names = ((9, "Ada"), (8, "Bea"), (7, "Cid"), (6, "Dov"))
    return [an_offer(mara, sam, at=ago(hours=h), person=a_person(name=who)) for h, who in names]


def opened_in(answer):
    return answer.context["opened"].lead.person.name


def test_after_an_answer_the_next_one_is_open(client, mara, sam):
    _ada, bea, cid, _dov = four(mara, sam)
    client.force_login(sam)
    text = client.get("/handoffs/", {"view": "mine", "open": bea.pk}).text
    onward = re.search(r'name="next" value="([^"]*took[^"]*)"', text)[1].replace("&amp;", "&")
    done = client.post(f"/handoffs/{bea.pk}/acceptance/", {"next": onward}, follow=True)
    assert opened_in(done) == "Cid"
    send_back(cid, by=sam, reason=a_reason("return", "no_capacity"))
    assert opened_in(client.get("/handoffs/", {"view": "mine", "open": cid.pk})) == "Dov"


def test_after_the_last_one_the_one_before_it_is_open(client, mara, sam):
    dov = four(mara, sam)[-1]
    snooze(dov, by=sam, until=ago(hours=-2))
    client.force_login(sam)
    assert opened_in(client.get("/handoffs/", {"view": "mine", "open": dov.pk})) == "Cid"


def test_held_ones_stand_by_themselves_below_all_others(client, mara, sam, greta):
    ada, *_others = four(mara, sam)
    hold(ada, by=greta, words="The fair")
    client.force_login(sam)
    groups = client.get("/handoffs/?view=mine").context["groups"]
    key, label, rows = groups[-1]
    assert (key, str(label), rows) == ("held", "Held", [ada])
