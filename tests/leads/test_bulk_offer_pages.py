"""How leads are chosen, how much it asks of the database, and two who choose the same."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leads.models import Handoff
from leads.routing.actions import offer_many_by_rules, offer_many_to
from leads.routing.bulk import shown
from tests.agreements import agreed
from tests.cast import a_user
from tests.deals.test_races import together
from tests.leads.routing import a_rule, a_team_of, many_leads
from tests.story import an_mql, an_offer

ADDRESS = "/leads/offer/"
ASKED = {"phone": True, "company": True, "words": True}


@pytest.mark.django_db
def test_only_rows_that_can_be_offered_have_a_box(client, mara, sam):
    ready, waiting = an_mql(mara), an_offer(mara, sam).lead
    client.force_login(mara)
    page = client.get("/leads/").text
    assert f'name="lead" value="{ready.pk}"' in page
    assert f'name="lead" value="{waiting.pk}"' not in page
    assert "data-bar" not in client.get("/leads/?view=offered").text


@pytest.mark.django_db
def test_a_list_longer_than_a_page_can_be_chosen_whole(client, mara):
    many_leads(mara, 51)
    client.force_login(mara)
    assert "Select all 51 that match" in client.get("/leads/").text


@pytest.mark.django_db
def test_without_a_chosen_lead_one_is_back_at_the_list(client, mara):
    client.force_login(mara)
    answer = client.get(ADDRESS, {"view": "new"})
    assert answer.url == "/leads/?view=new"
    assert "Choose the leads first." in client.get(answer.url).text


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["lead=x", "lead=99999999999999999999", "lead=1", "at=never"])
def test_odd_addresses_lead_to_the_list(client, mara, query):
    client.force_login(mara)
    for address in (ADDRESS, f"{ADDRESS}made/"):
        assert client.get(f"{address}?{query}").status_code == 302


@pytest.mark.django_db
def test_what_a_form_was_shown_with_is_read_back():
    assert shown("12+7-3x") == {12: "+", 7: "-", 3: "x"}
    assert shown("nonsense") == {}


def questions(client, query):
    with CaptureQueriesContext(connection) as asked:
        page = client.get(ADDRESS, query)
    return len(asked), page.context


@pytest.mark.django_db
def test_the_page_asks_no_more_questions_for_more_leads(client, mara, greta):
    agreed(mara, greta, conditions=ASKED)
    a_rule(to_team=a_team_of(3)[0])
    leads = many_leads(mara, 60)
    client.force_login(mara)
    few, _context = questions(client, {"lead": [lead.pk for lead in leads[:4]]})
    many, context = questions(client, {"lead": [lead.pk for lead in leads]})
    assert len(context["bulk"].rows) == 60 and len(context["gaps"]) == 50
    assert many <= few


@pytest.mark.django_db
def test_the_offer_asks_no_more_questions_for_more_leads(mara, sam, django_assert_max_num_queries):
    leads = many_leads(mara, 200)
    with django_assert_max_num_queries(32):
        handoffs, refused = offer_many_to(leads, by=mara, to=sam, note="Fair")
    assert (len(handoffs), refused) == (200, {})


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("by_rules", [True, False])
def test_of_two_who_offer_the_same_leads_at_once_one_does_and_one_is_told(by_rules):
    mara, mira = a_user("Mara", "marketer"), a_user("Mira", "marketer")
    team, _people = a_team_of(2)
    a_rule(to_team=team)
    leads = many_leads(mara, 12)
    how = {} if by_rules else {"team": team}
    offer = offer_many_by_rules if by_rules else offer_many_to
    both = together([lambda by=by: offer(leads, by=by, **how) for by in (mara, mira)])
    (_made, none), (made, refused) = sorted(both, key=lambda each: -len(each[0]))
    assert (none, made, refused.keys()) == ({}, [], {lead.pk for lead in leads})
    winner = Handoff.objects.first().offered_by.name
    assert all(why.startswith(f"Offered by {winner}, ") for why in refused.values())
