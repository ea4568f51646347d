"""The conditions, for one lead and for many, against a second reading of them in plain Python."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings

from leads.agreement.check import check, check_many, tier_of, tiers_of
from leads.agreement.models import Agreement
from leads.models import Product
from leads.touches.actions import touch
from tests.agreements import with_terms
from tests.leads.told import EVERYTHING, LEADS, born, in_python
from tests.story import a_campaign, a_lead, ago

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def product(db):
    return Product.objects.create(sku="P", name="Worktop")


@pytest.mark.slow
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(LEADS)
def test_the_rules_say_of_random_leads_what_plain_python_says(mara, product, several):
    leads = [born(mara, facts) for facts in several]
    agreement, moment = Agreement(conditions=EVERYTHING), now()
    found = check_many(leads, agreement, moment)
    for lead in leads:
        assert {each.key: each.met for each in found[lead.pk]} == in_python(
            lead, EVERYTHING, moment
        )
        assert check(lead, agreement, moment) == found[lead.pk]


def test_what_an_agreement_asks_is_told_in_words(mara):
    campaign = a_campaign(mara)
    asked = {"phone": True, "channel": {"web": "Website"}, "touches": 2, "fresh": 30}
    asked["campaign"] = {str(campaign.pk): "Spring"}
    lead = a_lead(mara, campaign=campaign, at=ago(days=31))
    assert [(each.label, each.met) for each in check(lead, Agreement(conditions=asked))] == [
        ("Has a phone number", False),
        ("Came from Website", True),
        ("Came with Spring", True),
        ("Was in touch at least 2 times", False),
        ("Showed interest in the last 30 days", False),
    ]


def test_a_touch_after_the_moment_does_not_count(mara):
    old, new = (a_lead(mara, at=ago(days=9)) for _each in range(2))
    for lead in (old, new):
        touch("form", lead=lead, person=lead.person, at=ago(days=3))
    moments = {old.pk: ago(days=5), new.pk: ago(days=1)}
    found = check_many([old, new], Agreement(conditions={"touches": 2}), moments)
    assert [found[lead.pk][0].met for lead in (old, new)] == [False, True]


def test_a_set_is_checked_in_one_query_and_its_tiers_in_three(mara, django_assert_num_queries):
    leads = [a_lead(mara) for _each in range(5)]
    says = {"says": ["price"]}
    agreement = Agreement(conditions=EVERYTHING, terms=with_terms(hot=says, warm=says))
    with django_assert_num_queries(1):
        assert len(check_many(leads, agreement)) == 5
    with django_assert_num_queries(3):
        assert len(tiers_of(leads, agreement)) == 5


def test_a_lead_is_of_the_first_tier_that_fits(mara):
    terms = with_terms(hot={"says": ["price"]}, event={"channel": {"fair": "Trade fair"}})
    agreement = Agreement(terms=terms)
    fair = a_campaign(mara, channel="fair")
    told = {
        "hot": a_lead(mara, campaign=fair, words="Which Price?"),
        "event": a_lead(mara, campaign=fair),
        "cold": a_lead(mara, words="Hello"),
    }
    tiers = tiers_of(told.values(), agreement)
    assert {tier: tiers[lead.pk].tier for tier, lead in told.items()} == {t: t for t in told}
    term = tier_of(told["event"], agreement)
    assert (term.label, term.accept, term.contact) == ("Event", 8 * HOUR, 24 * HOUR)


def test_where_nothing_is_agreed_a_booth_visit_is_an_event_and_the_rest_is_cold(mara):
    booth, other = (a_lead(mara) for _each in range(2))
    touch("booth", lead=booth, person=booth.person)
    assert [tier_of(lead, Agreement()).tier for lead in (booth, other)] == ["event", "cold"]
    assert check(other, Agreement()) == []
