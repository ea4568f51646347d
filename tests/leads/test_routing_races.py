"""Many at once: a turn is nobody's twice, a claim has one winner, a limit holds."""

import pytest

from funnel.refusal import LostRace, Refusal
from leads.models import Handoff
from leads.routing.actions import claim, offer_by_rules, set_claim_rule, set_seat
from tests.cast import a_user
from tests.deals.test_races import together
from tests.leads.routing import NOTHING, a_rule, a_team_of, got, many_leads
from tests.story import an_offer

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def offered_at_once(number):
    mara = a_user("Mara", "marketer")
    leads = many_leads(mara, number)
    return together([lambda lead=lead: offer_by_rules(lead, by=mara) for lead in leads])


def test_16_offers_at_once_over_5_people_differ_by_1_at_most():
    team, people = a_team_of(5)
    a_rule(to_team=team)
    answers = offered_at_once(16)
    assert all(isinstance(each, Handoff) for each in answers)
    assert sorted(got()[user.name] for user in people) == [3, 3, 3, 3, 4]


def test_a_limit_holds_when_many_are_offered_at_once_by_two_rules():
    team, people = a_team_of(2)
    for name in ("First", "Second"):
        a_rule(name, to_team=team)
    for user in people:
        set_seat(user, **NOTHING | {"open_offers_max": 3})
    offered_at_once(12)
    assert sorted(got().values()) == [3, 3]
    assert Handoff.objects.filter(offered_to=None).count() == 6


def test_of_16_who_claim_one_lead_at_once_one_has_it_and_15_are_told_who():
    mara, (team, people) = a_user("Mara", "marketer"), a_team_of(16)
    handoff = an_offer(mara, team=team)
    mine = [Handoff.objects.get(pk=handoff.pk) for _ in people]
    answers = together([lambda h=h, s=s: claim(h, by=s) for h, s in zip(mine, people, strict=True)])
    winner = Handoff.objects.get(pk=handoff.pk).offered_to.name
    lost = [each for each in answers if isinstance(each, LostRace)]
    assert len(lost) == 15 and all(each.message.startswith(winner) for each in lost)


def test_a_person_who_claims_six_at_once_has_the_day_s_three():
    mara, (team, (sam,)) = a_user("Mara", "marketer"), a_team_of(1)
    set_claim_rule(per_day=3, cool_down_hours=24)
    waiting = [an_offer(mara, team=team) for _n in range(6)]
    answers = together([lambda h=h: claim(h, by=sam) for h in waiting])
    assert sum(isinstance(each, Refusal) for each in answers) == 3
    assert Handoff.objects.filter(offered_to=sam).count() == 3
