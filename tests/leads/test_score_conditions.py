"""What a rule of the score may ask, each condition met and not, and the same in the Agreement."""

import pytest
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings

from leads.agreement.check import check, check_many, meeting, tier_of
from leads.agreement.models import Agreement
from leads.models import Lead, Product, ScoreRule
from leads.responses.actions import respond
from leads.scoring.actions import add
from leads.scoring.forms import NewForm
from leads.scoring.score import scores
from leads.touches.actions import touch
from tests.agreements import with_terms
from tests.leads.told import LEADS, born
from tests.story import DAY, a_campaign, a_lead, a_person, ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def worktop(db):
    return Product.objects.create(sku="P", name="Worktop")


@pytest.fixture
def known(mara, worktop):
    """Everything is known of her."""
    person = a_person(name="Ada", company="Berg", email="ada@berg.at", phone="+4312345678")
    told = {"words": "A price?", "heard_from": "A friend", "product": worktop}
    return a_lead(mara, person=person, campaign=a_campaign(mara, type="fair"), **told)


@pytest.fixture
def unknown(mara):
    """A free mail address is all there is, and a touch."""
    return a_lead(mara, person=a_person(email="bo@GMail.com"))


def holding(lead):
    return {str(row.rule) for row in scores([lead])[lead.pk].rows}


@pytest.mark.parametrize(
    "asks, holds_of",
    [
        ({"company": True}, "known"),
        ({"no_company": True}, "unknown"),
        ({"phone": True}, "known"),
        ({"no_phone": True}, "unknown"),
        ({"work_mail": True}, "known"),
        ({"free_mail": True}, "unknown"),
        ({"product": True}, "known"),
        ({"words": True}, "known"),
        ({"heard": True}, "known"),
        ({"campaign": True}, "known"),
        ({"channel": "web"}, "known"),
        ({"campaign_type": "fair"}, "known"),
        ({"phone_of": "43"}, "known"),
    ],
)
def test_a_condition_holds_of_the_one_and_not_of_the_other(known, unknown, asks, holds_of):
    rule = add(asks=asks, points=10)
    expected = {"known": ({str(rule)}, set()), "unknown": (set(), {str(rule)})}[holds_of]
    assert (holding(known), holding(unknown)) == expected


def test_a_product_that_is_gone_is_told_as_that_and_holds_of_nobody(known, worktop):
    rule = add(asks={"named_product": str(worktop.pk)}, points=10)
    assert holding(known) == {"Asks about Worktop"}
    Lead.objects.update(product=None)
    worktop.delete()
    assert str(ScoreRule.objects.get(pk=rule.pk)) == "Asks about something removed since"
    assert holding(known) == set()


def test_an_answer_to_a_campaign_is_engagement(mara, known):
    add(asks={"responded": "attended"}, points=60)
    respond(known.person, known.campaign, "registered", by=mara, at=ago(days=40))
    assert scores([known])[known.pk].engagement.total == 0
    respond(known.person, known.campaign, "attended", by=mara, at=ago(days=30))
    assert scores([known])[known.pk].engagement.total == 30


def test_a_value_that_no_condition_knows_is_no_choice(mara):
    assert "asks" in NewForm({"asks": "channel-nowhere", "points": 5}).errors


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(LEADS)
def test_the_agreement_reads_the_score_that_the_rows_add_up_to(mara, worktop, several):
    if not ScoreRule.objects.exists():
        for asks, points in (("phone", 35), ("company", 45), ("words", 40), ("no_phone", -30)):
            add(asks={asks: True}, points=points)
        for kind, points, days in (("form", 63, None), ("booth", 58, 6), ("mail", -17, None)):
            add(asks={"touched": kind}, points=points, days=days)
    leads, moment = [born(mara, facts) for facts in several], now()
    for lead, found in ((lead, scores([lead], moment)[lead.pk]) for lead in leads):
        fit, engagement = found.fit.total, found.engagement.total
        for more, met in ((0, True), (1, False)):
            asked = Agreement(conditions={"fit": fit + more, "engagement": engagement + more})
            assert [each.met for each in check(lead, asked, moment)] == [met, met]


def test_without_a_rule_nobody_can_tell_whether_a_score_is_enough(mara):
    lead = a_lead(mara)
    [asked] = check(lead, Agreement(conditions={"fit": 1}))
    assert (asked.label, asked.met) == ("Fit is at least 1", None)
    assert not meeting(Lead.objects.all(), Agreement(conditions={"fit": 1}))


def test_a_tier_may_be_told_by_the_score(mara):
    add(asks={"touched": "hand"}, points=80)
    agreement = Agreement(terms=with_terms(hot={"engagement": 60}))
    fresh, old = a_lead(mara), a_lead(mara, at=ago(days=31))
    assert [tier_of(lead, agreement).tier for lead in (fresh, old)] == ["hot", "cold"]


def test_a_set_is_checked_each_at_its_own_moment(mara):
    add(asks={"touched": "form"}, points=80)
    old, new = (a_lead(mara, at=ago(days=9)) for _each in range(2))
    for lead in (old, new):
        touch("form", lead=lead, person=lead.person, at=ago(days=3))
    moments = {old.pk: ago(days=5), new.pk: now() - DAY}
    found = check_many([old, new], Agreement(conditions={"engagement": 50}), moments)
    assert [found[lead.pk][0].met for lead in (old, new)] == [False, True]
