"""Whoever offers a lead again reads first what came of it before."""

import pytest

from deals.answers.actions import accept, send_back
from leads.handoff.actions import offer
from leads.handoff.passes import last_passes, passes
from leads.scoring.actions import add
from leads.touches.actions import touch
from tests.story import a_lead, a_person, a_reason, ago, an_mql, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def back(mara, sam):
    """A lead that Sam sent back."""
    handoff = an_offer(mara, sam, person=a_person(name="Ada"), at=ago(days=9))
    full = {"reason": a_reason("return", "no_capacity"), "words": "Full till May"}
    send_back(handoff, by=sam, at=ago(days=8), **full)
    return handoff.lead


def test_the_offer_shows_the_passes_before_with_their_reasons(client, mara, back):
    client.force_login(mara)
    page = client.get(f"/leads/{back.pk}/offer/").text
    assert "Returned: No capacity" in page and "Full till May" in page and "Sam" in page


def test_a_lead_that_was_never_offered_has_no_before(client, mara):
    client.force_login(mara)
    assert "<dt>Before</dt>" not in client.get(f"/leads/{an_mql(mara).pk}/offer/").text


def test_the_offer_shows_what_they_did_and_their_score(client, mara):
    add(asks={"touched": "booth"}, points=70)
    lead = an_mql(mara)
    touch("booth", lead=lead, person=lead.person)
    client.force_login(mara)
    page = client.get(f"/leads/{lead.pk}/offer/").text
    assert "Booth visit" in page and "engagement 70 of 100" in page


def test_many_at_once_say_how_many_came_back_and_why(client, mara, back):
    fresh = an_mql(mara)
    client.force_login(mara)
    page = client.get("/leads/offer/", {"lead": [back.pk, fresh.pk]})
    assert "1 of them came back from sales before" in page.text
    assert page.text.count("Returned: No capacity") == 1


def test_the_last_pass_of_each_is_told_and_of_few_or_many_in_as_many_queries(
    mara, sam, django_assert_num_queries, back
):
    qualified = [back, an_mql(mara)]
    again = an_offer(mara, sam, person=a_person(name="Bo"))
    accept(again, by=sam)
    found = last_passes([*qualified, again.lead])
    assert {pk: row.stage for pk, row in found.items()} == {
        back.pk: "returned",
        again.lead.pk: "accepted",
    }
    more = [back, again.lead, a_lead(mara)]
    with django_assert_num_queries(3):
        last_passes(more)


def test_the_latest_pass_stands_first(mara, sam, back):
    offer(back, by=mara, to=sam)
    assert [each.pass_no for each in passes(back)] == [2, 1]
