"""What the page of a lead tells of the line: its clock, what was promised, and every act."""

from datetime import timedelta

import pytest

from deals.answers.actions import accept, send_back
from leads.clocks.actions import hold, nudge, reroute, resume
from leads.disputes.actions import dispute, overturn, reply, uphold
from tests.agreements import NAMED, agreed
from tests.reports.opening import page
from tests.reports.telling import titles, told
from tests.story import a_reason, ago, an_offer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def returned(mara, sam):
    handoff = an_offer(mara, sam)
    send_back(handoff, by=sam, reason=a_reason("return", "no_capacity"))
    return handoff


def test_the_running_clock_stands_beside_the_state(client, mara, sam):
    handoff = an_offer(mara, sam)
    assert "left" in page(client, handoff.lead, sam) and "to answer" in page(
        client, handoff.lead, mara
    )
    accept(handoff, by=sam)
    assert "to the first contact" in page(client, handoff.lead, sam)


def test_where_no_clock_runs_none_is_shown(client, mara, sam):
    text = page(client, returned(mara, sam).lead, mara)
    assert "to answer" not in text and "to the first contact" not in text


def test_what_the_agreement_asked_is_shown_as_it_was_when_offered(client, mara, sam, greta):
    agreed(mara, greta, conditions=NAMED)
    lead = an_offer(mara, sam).lead
    agreed(mara, greta, conditions={})
    text = page(client, lead, sam)
    assert "Agreement 1, as it was when offered" in text and "Has a name" in text


def test_every_act_at_the_line_is_told_on_its_side(mara, sam, ben, greta):
    handoff = an_offer(mara, sam)
    nudge(handoff, by=mara)
    hold(handoff, by=greta, words="The fair")
    resume(handoff, by=greta)
    reroute(handoff, by=sam, to=ben)
    assert told(handoff.lead, mara)[-5:] == [
        ("line", "waiting"),
        ("marketing", "Nudged"),
        ("sales", "Clock held"),
        ("sales", "Clock runs again"),
        ("sales", "Passed on"),
    ]


def test_an_argument_is_told_from_both_sides(client, mara, sam, greta):
    handoff = returned(mara, sam)
    reply(handoff, by=mara, words="She is in the office on Fridays.")
    dispute(handoff, by=mara, words="She asked for a date.")
    uphold(handoff, by=greta, words="No date was named.")
    assert titles(handoff.lead, mara)[-4:] == [
        "returned",
        "The return answered",
        "disputed",
        "upheld",
    ]
    text = page(client, handoff.lead, sam)
    for said in ("on Fridays", "asked for a date", "No date was named", "The return stands"):
        assert said in text


def test_what_is_overturned_is_offered_again(client, mara, sam, greta):
    handoff = returned(mara, sam)
    dispute(handoff, by=mara, words="No")
    overturn(handoff, by=greta, words="So it is")
    assert titles(handoff.lead, mara)[-3:] == ["disputed", "overturned", "waiting"]
    assert "The return is overturned" in page(client, handoff.lead, sam)


def test_only_the_legal_next_acts_are_there(client, mara, sam, greta):
    handoff = returned(mara, sam)
    reply_to, contest, decide = (
        f"/handoffs/{handoff.pk}/{act}/" for act in ("answer", "dispute", "decision")
    )
    text = page(client, handoff.lead, mara)
    assert reply_to in text and contest in text and decide not in text
    assert reply_to not in page(client, handoff.lead, sam)
    dispute(handoff, by=mara, words="No")
    assert decide in page(client, handoff.lead, greta)
    text = page(client, handoff.lead, mara)
    assert reply_to in text and contest not in text and decide not in text


def test_the_acts_cost_one_query(client, mara, sam, django_assert_max_num_queries):
    handoff = an_offer(mara, sam)
    for day in range(8):
        nudge(handoff, by=mara, at=ago(days=20 - 2 * day))
    page(client, handoff.lead, mara)
    with django_assert_max_num_queries(50):
        page(client, handoff.lead, mara)
