"""Why a lead has the score it has, row by row."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from funnel.refusal import Refusal
from leads.models import ScoreRule
from leads.scoring.actions import add, change
from leads.scoring.score import scores
from tests.story import DAY, a_lead, a_person, an_offer

pytestmark = pytest.mark.django_db


def scored(lead, at=None):
    return scores([lead], at)[lead.pk]


def test_without_a_rule_nobody_has_a_score(mara):
    assert scores([a_lead(mara)]) == {}


def test_fit_is_the_sum_of_the_rules_that_hold(mara):
    add(asks={"phone": True}, points=30)
    add(asks={"free_mail": True}, points=-10)
    add(asks={"product": True}, points=50)
    lead = a_lead(mara, person=a_person(email="ada@gmail.com", phone="+4312345678"))
    score = scored(lead).fit
    assert [(str(row.rule), row.counts) for row in score.rows] == [
        ("Has a phone number", 30),
        ("Writes from a free mail address", -10),
    ]
    assert score.total == 20


def test_engagement_halves_every_30_days_and_names_its_touch(mara):
    add(asks={"touched": "hand"}, points=40)
    began = now() - 90 * DAY
    lead = a_lead(mara, at=began)
    totals = [scored(lead, began + n * DAY).engagement.total for n in (0, 30, 60)]
    assert totals == [40, 20, 10]
    [row] = scored(lead, began).engagement.rows
    assert row.at == lead.touchpoints.get().at


def test_a_row_expires_on_its_day_and_not_before(mara):
    add(asks={"touched": "hand"}, points=40, days=14)
    began = now() - 90 * DAY
    lead = a_lead(mara, at=began)
    [row] = scored(lead, began + 14 * DAY - timedelta(seconds=1)).engagement.rows
    assert row.expires_at == began + 14 * DAY
    assert scored(lead, began + 14 * DAY).engagement.rows == ()


def test_what_happened_later_is_not_known_earlier(mara):
    add(asks={"touched": "hand"}, points=40)
    lead = a_lead(mara, at=now() - DAY)
    assert scored(lead, now() - 2 * DAY).engagement.total == 0


@pytest.mark.parametrize("points, total", [(-80, 0), (100, 100)])
def test_a_score_is_never_below_0_or_above_100(mara, points, total):
    add(asks={"no_phone": True}, points=points)
    add(asks={"no_company": True}, points=points)
    assert scored(a_lead(mara)).fit.total == total


def test_a_rule_that_is_switched_off_gives_nothing(mara):
    rule = add(asks={"no_phone": True}, points=10)
    add(asks={"no_company": True}, points=20)
    change(rule, points=10, active=False)
    assert scored(a_lead(mara)).fit.total == 20


def test_many_leads_are_scored_in_two_queries(mara, django_assert_num_queries):
    add(asks={"touched": "hand"}, points=40)
    leads = [a_lead(mara) for _n in range(5)]
    with django_assert_num_queries(2):
        assert len(scores(leads)) == 5


@pytest.mark.parametrize(
    "said",
    [
        {"asks": {"phone": True}, "points": 0},
        {"asks": {"phone": True}, "points": 101},
        {"asks": {"phone": True}, "points": 5, "days": 3},
        {"asks": {"shoe_size": True}, "points": 5},
        {"asks": {"touched": "dreamt"}, "points": 5},
    ],
)
def test_what_makes_no_sense_is_refused(said):
    with pytest.raises(Refusal):
        add(**said)
    assert not ScoreRule.objects.exists()


def test_a_second_rule_that_asks_the_same_is_refused():
    add(asks={"phone": True}, points=5)
    with pytest.raises(Refusal, match="already"):
        add(asks={"phone": True}, points=9)


def test_the_database_itself_refuses_a_rule_without_points():
    with pytest.raises(IntegrityError), transaction.atomic():
        ScoreRule.objects.create(scale="fit", asks={"phone": True}, points=0)


def test_an_offer_keeps_the_score_it_had(mara, sam):
    rule = add(asks={"no_phone": True}, points=15)
    handoff = an_offer(mara, sam)
    change(rule, points=90)
    handoff.refresh_from_db()
    row = {"scale": "fit", "label": "Gave no phone number", "counts": "15"}
    assert handoff.evidence["scores"] == {"fit": 15, "engagement": 0, "rows": [row]}


def test_an_offer_from_before_the_rules_has_no_score(mara, sam):
    assert "scores" not in an_offer(mara, sam).evidence


def test_leads_of_a_set_are_each_scored_at_their_own_moment(mara):
    add(asks={"touched": "hand"}, points=40)
    began = now() - 90 * DAY
    old, new = a_lead(mara, at=began), a_lead(mara, at=began)
    found = scores([old, new], {old.pk: began - DAY, new.pk: began + 30 * DAY})
    assert [found[lead.pk].engagement.total for lead in (old, new)] == [0, 20]
