"""Which lead goes to whom, rule by rule, and why."""

import pytest

from deals.answers.actions import accept
from funnel.models import Organisation, Team
from leads.models import Handoff
from leads.routing.actions import offer_by_rules, set_seat
from leads.routing.models import Turn
from leads.routing.queries import route
from leads.routing.telling import because, told
from leads.scoring.actions import add
from tests.cast import a_user
from tests.leads.routing import NOTHING, a_rule, got, turn
from tests.story import a_campaign, a_channel, a_person, an_accepted, an_mql, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def north(sam, ben):
    return sam.teams.get()


def offered(mara, number=1, **more):
    return [offer_by_rules(an_mql(mara, **more), by=mara) for _n in range(number)]


def test_the_first_active_rule_that_matches_decides(mara, sam, ben, north):
    a_rule("Asleep", to_user=ben, active=False)
    a_rule("Radio", conditions={"channel": ["radio"]}, to_user=ben)
    rule = a_rule("Web", conditions={"channel": ["web"]}, to_user=sam)
    a_rule("Rest", to_user=ben)
    decision = route(an_mql(mara, campaign=a_campaign(mara)))
    assert (decision.to, decision.rule) == (sam, rule)
    assert because(decision.trace) == "rule 2, Web: the rule names them"


@pytest.mark.parametrize(
    "conditions, holds",
    [
        ({}, True),
        ({"channel": ["radio", "web"]}, True),
        ({"channel": ["radio"]}, False),
        ({"campaign": [0]}, False),
        ({"product": [1]}, False),
        ({"region": ["AT", "DE"]}, True),
        ({"region": ["AT"]}, False),
        ({"language": ["de"]}, True),
        ({"language": ["fr"]}, False),
        ({"region": ["DE"], "channel": ["radio"]}, False),
        ({"company_owner": []}, False),
        ({"fit": [40]}, True),
        ({"fit": [41]}, False),
        ({"fit": [40], "engagement": [20]}, True),
        ({"engagement": [21]}, False),
    ],
)
def test_a_condition_is_true_of_a_lead_or_not(mara, sam, conditions, holds):
    ada = a_person(email="ada@example.com", phone="+49 30 901820")
    lead = an_mql(mara, person=ada, campaign=a_campaign(mara))
    add(asks={"phone": True}, points=40)
    add(asks={"touched": "hand"}, points=20)
    a_rule(conditions=conditions, to_user=sam)
    assert bool(route(lead)) == holds


def test_a_lead_without_a_phone_or_a_channel_is_of_no_country_and_no_channel(mara, sam):
    a_rule("Here", conditions={"region": ["DE"]}, to_user=sam)
    a_channel()
    a_rule("Web", conditions={"channel": ["web"]}, to_user=sam)
    trace = route(an_mql(mara)).trace
    assert [each["unmet"] for each in trace] == ["phone is of Germany", "channel is Web"]


def test_one_after_the_other(mara, sam, ben, north):
    a_rule(to_team=north)
    assert [each.offered_to for each in offered(mara, 5)] == [sam, ben, sam, ben, sam]


def test_by_weight(mara, sam, ben, north):
    a_rule(to_team=north, strategy="weighted")
    set_seat(sam, **NOTHING | {"weight": 3})
    offered(mara, 8)
    assert got() == {"Sam": 6, "Ben": 2}


def test_who_has_the_fewest_open_offers(mara, sam, ben, north):
    for _n in range(2):
        an_offer(mara, sam)
    a_rule(to_team=north, strategy="least_open")
    assert [each.offered_to for each in offered(mara, 4)] == [ben, ben, sam, ben]


def test_the_company_s_owner_first(mara, sam, ben, north):
    ada, eva = (a_person(email=f"{name}@berg.example", company="Berg") for name in ("ada", "eva"))
    an_accepted(mara, ben, person=ada)
    a_rule(to_team=north, strategy="owner_first")
    (handoff,) = offered(mara, person=eva)
    assert (handoff.offered_to, handoff.trace[0]["how"]) == (ben, "owner")
    assert offered(mara)[0].offered_to == sam


def test_a_queue(mara, sam, north):
    a_rule(to_team=north, strategy="queue")
    (handoff,) = offered(mara)
    assert (handoff.offered_to, handoff.team, handoff.trace[0]["how"]) == (None, north, "queue")


def test_who_is_full_is_passed_over(mara, sam, ben, north):
    a_rule(to_team=north)
    set_seat(sam, **NOTHING | {"open_offers_max": 1})
    handoffs = offered(mara, 3)
    assert got() == {"Sam": 1, "Ben": 2}
    passed = {"user": sam.pk, "name": "Sam", "why": "full"}
    assert handoffs[1].trace[0]["passed"] == [passed]
    accept(handoffs[0], by=sam)
    assert offered(mara)[0].offered_to == sam


def test_the_day_has_a_limit_too(mara, sam, ben, north):
    a_rule(to_team=north)
    set_seat(sam, **NOTHING | {"per_day_max": 1})
    accept(offered(mara)[0], by=sam)
    assert [each.offered_to for each in offered(mara, 2)] == [ben, ben]


def test_languages_and_countries_of_a_seat_are_kept(mara, sam, ben, north):
    a_rule(to_team=north)
    set_seat(sam, **NOTHING, languages="fr", regions="FR")
    set_seat(ben, **NOTHING, languages="de", regions="AT, DE")
    german = a_person(email="ada@example.com", phone="+49 30 901820")
    (handoff,) = offered(mara, person=german)
    assert (handoff.offered_to, handoff.trace[0]["passed"][0]["why"]) == (ben, "language")


def test_where_nobody_is_free_the_queue_behind_the_rule_gets_it(mara, sam, north):
    south = Team.objects.create(name="South")
    for user in north.members.all():
        set_seat(user, **NOTHING | {"open_offers_max": 0})
    rule = a_rule(to_team=north, fallback_team=south)
    assert offered(mara)[0].team == south
    rule.delete()
    a_rule(to_team=north)
    assert (offered(mara)[0].team, offered(mara)[0].offered_to) == (north, None)


def test_a_rule_that_names_somebody_who_is_full_leaves_it_to_the_next(mara, sam, ben):
    set_seat(sam, **NOTHING | {"open_offers_max": 0})
    a_rule("Sam's", to_user=sam)
    a_rule("Ben's", to_user=ben)
    (handoff,) = offered(mara)
    assert handoff.offered_to == ben
    words = "matches, but nobody is free and it names no queue; the next rule is asked"
    assert told(handoff.trace)[0] == (
        "Sam's",
        words,
        ["Sam is passed over: has as many open offers as agreed"],
    )


def test_a_dry_run_writes_nothing(mara, sam, ben, north, django_assert_max_num_queries):
    a_rule(to_team=north)
    lead, _organisation = an_mql(mara), Organisation.current()
    with django_assert_max_num_queries(18) as asked:
        assert route(lead).to == sam
    assert not [q for q in asked if not q["sql"].startswith("SELECT")]
    assert route(lead).to == sam and not Turn.objects.exists() and not Handoff.objects.exists()


def test_the_next_is_not_the_one_who_let_it_lie(mara, sam, ben, north):
    a_rule(to_team=north)
    handoff = offered(mara)[0]
    assert handoff.offered_to == sam
    assert turn(handoff) == {"to": ben, "team": north}
    set_seat(ben, **NOTHING | {"open_offers_max": 0})
    assert turn(handoff) == {"team": north}


def test_what_lies_in_the_queue_stays_there(mara, sam, north):
    handoff = an_offer(mara, team=north)
    assert turn(handoff) is None
    a_rule(to_team=north, strategy="queue")
    assert turn(handoff) is None
    lone = an_offer(mara, a_user("Lone", "salesperson"))
    assert turn(lone) == {"team": north}
