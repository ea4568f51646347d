"""How a lead found its receiver, on its page: by which rule, or chosen by whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deals.answers.actions import accept, send_back
from funnel.models import Team
from leads.clocks.actions import expire, reroute
from leads.routing.actions import offer_by_rules, set_seat, take_turn
from tests.agreements import agreed
from tests.leads.routing import NOTHING, a_rule
from tests.reports.opening import page
from tests.story import a_channel, a_lead, a_reason, ago, an_mql, an_offer

pytestmark = pytest.mark.django_db
BY_RULE = "to Sam, by the rules, because of rule 2, Kitchens: the rule names them"


@pytest.fixture
def rules(sam, ben):
    """Trade leads go to Ben, who takes none; all others to Sam."""
    a_channel("trade")
    a_rule("Trade", conditions={"channel": ["trade"]}, to_user=ben)
    a_rule("Kitchens", to_user=sam)


def test_an_offer_by_the_rules_says_which_and_why(client, mara, sam, greta, rules):
    lead = offer_by_rules(an_mql(mara), by=mara).lead
    for reader in (mara, sam, greta):
        assert BY_RULE in page(client, lead, reader)


def test_rule_by_rule_is_for_who_offers_or_runs_the_line(client, mara, sam, greta, rules):
    lead = offer_by_rules(an_mql(mara), by=mara).lead
    missed = "<b>Trade</b> does not match: channel is trade."
    for reader in (mara, greta):
        assert missed in page(client, lead, reader).lower().replace("<b>trade", "<b>Trade")
    assert "Rule by rule" not in page(client, lead, sam)


def test_who_was_passed_over_is_for_who_runs_the_line_alone(client, mara, sam, ben, greta):
    set_seat(ben, **NOTHING | {"open_offers_max": 0})
    a_rule("Ours", to_team=sam.teams.get())
    lead = offer_by_rules(an_mql(mara), by=mara).lead
    assert "Ben is passed over" in page(client, lead, greta)
    for reader in (mara, sam):
        assert "passed over" not in page(client, lead, reader)


def test_what_was_chosen_by_hand_names_who_chose_once(client, mara, sam):
    handoff = an_offer(mara, sam)
    assert "chosen by Mara" in page(client, handoff.lead, sam)
    accept(handoff, by=sam)
    send_back(handoff, by=sam, reason=a_reason("return", "no_capacity"))
    assert page(client, handoff.lead, sam).count("chosen by Mara") == 1


def test_who_chose_at_first_is_still_said_when_it_is_passed_on(client, mara, sam, ben):
    handoff = an_offer(mara, sam)
    reroute(handoff, by=sam, to=ben)
    assert "to Sam, chosen by Mara" in page(client, handoff.lead, mara)


def test_what_was_passed_on_says_to_whom_the_rules_gave_it(client, mara, sam, ben, rules):
    handoff = offer_by_rules(an_mql(mara), by=mara)
    reroute(handoff, by=sam, to=ben)
    assert BY_RULE in page(client, handoff.lead, mara)


def test_what_the_rules_passed_on_says_which_rule_and_why(client, mara, sam, ben):
    handoff = an_offer(mara, sam, tier="hot", at=ago(minutes=20))
    a_rule("Kitchens", to_user=ben)
    reroute(handoff, by=None, **take_turn(handoff))
    why = "from Sam to Ben, by the rules, because of rule 1, Kitchens: the rule names them"
    assert why in page(client, handoff.lead, mara)


def test_where_no_rule_had_anybody_it_went_on_because_nobody_answered(client, mara, sam):
    handoff = an_offer(mara, sam)
    reroute(handoff, by=None, **take_turn(handoff))
    why = "from Sam to the queue of North, because nobody had answered in time"
    assert why in page(client, handoff.lead, sam)


def test_what_nobody_answered_goes_on_by_the_agreement(client, mara, sam, greta):
    agreed(mara, greta, on_expiry="queue", expiry_team=Team.objects.get(name="North"))
    handoff = an_offer(mara, sam)
    expire(handoff)
    text = page(client, handoff.lead, mara)
    assert "by the Agreement, because nobody had answered" in text
    assert text.count("chosen by Mara") == 1


def test_before_an_offer_who_runs_the_line_reads_who_would_get_it(client, mara, greta, rules):
    lead = a_lead(mara)
    text = page(client, lead, greta)
    assert "Sam would get it" in text and "because of rule 2, Kitchens" in text
    assert "Rule by rule" in text
    assert "would get it" not in page(client, lead, mara)


def test_without_rules_the_offerer_chooses(client, mara, greta):
    assert "No rules yet: the offerer chooses" in page(client, a_lead(mara), greta)


def test_a_waiting_lead_asks_no_rule(client, mara, sam, greta, rules):
    assert "would get it" not in page(client, an_offer(mara, sam).lead, greta)


def test_who_may_not_see_routing_pays_nothing_for_it(client, mara, sam, rules):
    lead = a_lead(mara)
    page(client, lead, mara)
    with CaptureQueriesContext(connection) as asked:
        page(client, lead, mara)
    assert not [each for each in asked if "routingrule" in each["sql"]]
