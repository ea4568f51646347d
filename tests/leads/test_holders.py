"""Who had an offer while it waited, and from when."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from time_machine import travel

from funnel.models import Notice
from leads.clocks.actions import reroute
from leads.clocks.holders import came_over, holdings, with_holder_at_due
from leads.clocks.ladder import climb
from leads.handoff.actions import offer_many
from leads.models import Handoff, HandoffAct
from leads.routing.actions import claim, offer_by_rules
from tests.leads.routing import a_rule
from tests.story import an_mql, an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(db):
    with travel(MONDAY, tick=False) as moment:
        yield moment


@pytest.fixture
def hot(clock, mara, sam):
    """Offered to Sam, to be answered within 15 minutes."""
    return an_offer(mara, sam, tier="hot")


def held(handoff):
    """[(who, minutes after the offer)]"""
    row = Handoff.objects.get(pk=handoff.pk)
    return [
        (str(each), (each.since - row.offered_at) // MINUTE) for each in holdings([row])[handoff.pk]
    ]


def at_due():
    return with_holder_at_due(Handoff.objects.all()).get().holder_at_due


def test_whoever_had_it_is_told_in_order(clock, hot, sam, ben):
    clock.shift(2 * MINUTE)
    reroute(hot, by=sam, team=sam.teams.get())
    clock.shift(3 * MINUTE)
    claim(hot, by=ben)
    assert held(hot) == [("Sam", 0), ("the queue of North", 2), ("Ben", 5)]


def test_what_was_claimed_was_a_queue_s_at_first(clock, mara, sam):
    handoff = an_offer(mara, team=sam.teams.get())
    clock.shift(MINUTE)
    claim(handoff, by=sam)
    assert held(handoff) == [("the queue of North", 0), ("Sam", 1)]


def test_many_offered_at_once_each_know_their_first(clock, mara, sam):
    from leads.handoff.actions import Offer

    (handoff,), _refused = offer_many([Offer(an_mql(mara), MONDAY, mara, to=sam)])
    assert held(handoff) == [("Sam", 0)]


def test_who_had_it_when_the_time_was_over_let_it_run(clock, hot, sam, ben):
    clock.shift(15 * MINUTE)
    climb(hot.pk)
    clock.shift(MINUTE)
    claim(hot, by=ben)
    assert (held(hot)[-1], at_due()) == (("Ben", 16), sam.pk)


def test_who_got_it_in_time_has_it_when_the_time_is_over(clock, hot, sam, ben):
    clock.shift(14 * MINUTE)
    reroute(hot, by=sam, to=ben)
    clock.shift(2 * MINUTE)
    assert at_due() == ben.pk
    assert not Handoff.objects.filter(came_over()).exists()


def test_a_queue_that_let_it_run_is_nobody(clock, mara, sam, ben):
    an_offer(mara, team=sam.teams.get(), tier="hot")
    clock.shift(16 * MINUTE)
    reroute(Handoff.objects.get(), by=sam, to=ben)
    assert at_due() is None
    assert Handoff.objects.filter(came_over()).exists()


def test_the_rules_reason_is_kept_with_the_passing_on(clock, hot, ben):
    a_rule("Kitchens", to_user=ben)
    clock.shift(15 * MINUTE)
    climb(hot.pk)
    act = HandoffAct.objects.get(kind="rerouted")
    assert (act.to, act.trace[-1]["name"], act.by) == (ben, "Kitchens", None)


def test_two_queries_however_many(hot, mara, sam, ben, django_assert_num_queries):
    reroute(hot, by=sam, to=ben)
    an_offer(mara, sam)
    rows = list(Handoff.objects.select_related("first_to", "first_team"))
    with django_assert_num_queries(2):
        [str(each) for found in holdings(rows).values() for each in found]


def told_anew():
    """{hand-off's key: who had it first}, as it is found out for offers of old."""
    Handoff.objects.update(first_to=None, first_team=None)
    import_module("leads.migrations.0068_first_receivers_told").forwards(apps, None)
    return {row.pk: (row.first_to, row.first_team) for row in Handoff.objects.all()}


def test_old_offers_that_nobody_passed_on_have_their_first(clock, hot, mara, sam):
    north = sam.teams.get()
    queue = an_offer(mara, team=north)
    claim(queue, by=sam)
    assert told_anew() == {hot.pk: (sam, north), queue.pk: (None, north)}


def test_old_offers_that_were_passed_on_are_told_by_the_news_or_the_rules(hot, mara, sam, ben):
    a_rule("Kitchens", to_user=sam)
    ruled, north = offer_by_rules(an_mql(mara), by=mara), sam.teams.get()
    for each in (hot, ruled):
        reroute(each, by=sam, to=ben)
    assert told_anew() == {hot.pk: (sam, north), ruled.pk: (sam, north)}
    Notice.objects.all().delete()
    assert told_anew() == {hot.pk: (None, None), ruled.pk: (sam, north)}


def test_old_queues_that_were_passed_on_are_told_by_the_evidence(clock, mara, sam, ben):
    north = sam.teams.get()
    queue = an_offer(mara, team=north)
    reroute(queue, by=sam, to=ben)
    assert told_anew() == {queue.pk: (None, north)}
