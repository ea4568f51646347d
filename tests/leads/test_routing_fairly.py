"""Many leads over many people, some of whom go away: fair to the lead, and to them."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from funnel.absences.actions import add as add_absence
from leads.models import Handoff
from leads.routing.actions import offer_by_rules, offer_many_by_rules, set_seat
from leads.routing.queries import route
from tests.cast import a_user
from tests.leads.routing import NOTHING, a_rule, a_team_of, got, many_leads, turn
from tests.story import an_mql

DAY = timedelta(days=1)


def away(user, *, first=None, days=1):
    first = first or localdate()
    return add_absence(user=user, first_on=first, last_on=first + (days - 1) * DAY)


def shared_fairly(number):
    """`number` leads over seven people, of whom two become absent midway."""
    mara, (team, people) = a_user("Mara", "marketer"), a_team_of(7)
    a_rule(to_team=team)
    leads = many_leads(mara, number)
    offer_many_by_rules(leads[: number // 2], by=mara)
    before = got()
    for user in people[2:4]:
        away(user)
    _handoffs, refused = offer_many_by_rules(leads[number // 2 :], by=mara)
    after, present = got(), [user.name for user in people if user not in people[2:4]]
    assert refused == {} and after.total() == number
    assert max(after[name] for name in present) - min(after[name] for name in present) <= 1
    assert all(after[user.name] == before[user.name] for user in people[2:4])


@pytest.mark.django_db
def test_1_000_leads_over_7_of_whom_2_become_absent_differ_by_1_at_most():
    shared_fairly(1_000)


@pytest.mark.slow
@pytest.mark.django_db
def test_10_000_leads_over_7_of_whom_2_become_absent_differ_by_1_at_most():
    shared_fairly(10_000)


@pytest.mark.django_db
def test_a_set_takes_as_many_queries_however_large(mara):
    team, _people = a_team_of(3)
    a_rule(to_team=team, strategy="owner_first")
    leads, asked = many_leads(mara, 306), []
    for some in (leads[:3], leads[3:6], leads[6:]):  # the first makes what everybody shares
        with CaptureQueriesContext(connection) as queries:
            offer_many_by_rules(some, by=mara)
        asked.append(len(queries))
    assert asked[1] == asked[2] and set(got().values()) == {102}


@pytest.mark.django_db
def test_one_by_one_and_as_a_set_share_the_same_turns(mara):
    team, _people = a_team_of(3)
    a_rule(to_team=team)
    leads = many_leads(mara, 7)
    offer_by_rules(leads[0], by=mara)
    offer_many_by_rules(leads[1:5], by=mara)
    for lead in leads[5:]:
        offer_by_rules(lead, by=mara)
    assert got() == {"North0": 3, "North1": 2, "North2": 2}


@pytest.mark.django_db
def test_whoever_comes_back_does_not_catch_up(mara):
    team, people = a_team_of(3)
    a_rule(to_team=team)
    absence = away(people[0])
    offer_many_by_rules(many_leads(mara, 10), by=mara)
    absence.delete()
    offer_many_by_rules([an_mql(mara) for _n in range(6)], by=mara)
    assert got() == {"North0": 3, "North1": 7, "North2": 6}


@pytest.mark.django_db
def test_limits_hold_within_a_set_and_the_rest_goes_to_the_queue(mara):
    team, people = a_team_of(3)
    a_rule(to_team=team)
    for user in people:
        set_seat(user, **NOTHING | {"open_offers_max": 2})
    offer_many_by_rules(many_leads(mara, 8), by=mara)
    assert set(got().values()) == {2}
    assert Handoff.objects.filter(offered_to=None, team=team).count() == 2


@pytest.mark.django_db
def test_what_cannot_be_offered_takes_no_turn(mara, sam, ben):
    a_rule(to_team=sam.teams.get())
    first, second, third = many_leads(mara, 3)
    offer_by_rules(first, by=mara)
    handoffs, refused = offer_many_by_rules([first, second, third], by=mara)
    assert [each.offered_to for each in handoffs] == [ben, sam]
    assert refused.keys() == {first.pk} and refused[first.pk].startswith("Offered by Mara, ")


@pytest.mark.django_db
def test_offering_twice_offers_once_and_takes_one_turn(mara, sam, ben):
    a_rule(to_team=sam.teams.get())
    lead = an_mql(mara)
    assert offer_by_rules(lead, by=mara) == offer_by_rules(lead, by=mara)
    assert offer_by_rules(an_mql(mara), by=mara).offered_to == ben


@pytest.mark.django_db
def test_a_lead_that_no_rule_takes_is_refused_in_words(mara, sam):
    a_rule(conditions={"channel": ["radio"]}, to_user=sam)
    (lead,) = many_leads(mara, 1)
    assert offer_many_by_rules([lead], by=mara) == ([], {lead.pk: "No rule has anybody for it."})
    assert not Handoff.objects.exists()


FRIDAY_NIGHT = "2026-06-05 21:00Z"


@pytest.mark.django_db
@time_machine.travel(FRIDAY_NIGHT, tick=False)
def test_whoever_is_away_when_the_team_works_next_gets_nothing_at_the_weekend(mara, sam, ben):
    a_rule(to_team=sam.teams.get())
    away(sam, first=localdate() + 3 * DAY)
    decision = route(an_mql(mara))
    assert decision.to == ben and decision.trace[0]["passed"][0]["why"] == "absent"


@pytest.mark.django_db
def test_an_absent_colleague_is_not_the_next_receiver(mara, sam, ben):
    a_rule(to_team=sam.teams.get())
    handoff = offer_by_rules(an_mql(mara), by=mara)
    away(ben)
    assert turn(handoff) == {"team": sam.teams.get()}
