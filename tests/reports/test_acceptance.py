"""What was accepted of what was offered, by campaign and person, and why the rest came back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import now
from time_machine import travel

from deals.answers.actions import accept, send_back
from funnel.period import Period
from funnel.ratio import Ratio
from leads.clocks.actions import expire, reroute
from leads.disputes.actions import dispute, overturn
from leads.handoff.actions import withdraw
from reports.acceptance import Group, Why, acceptance, in_all, unnamed, why_returned
from tests.story import a_campaign, a_reason, an_offer

pytestmark = pytest.mark.django_db


def lately():
    return Period.of_days(date(2026, 1, 1), now().date(), "UTC")


def returned(handoff, seller, key):
    send_back(handoff, by=seller, reason=a_reason("return", key), words="So it is")
    return handoff


def test_each_campaign_of_those_that_were_decided(mara, sam):
    spring = a_campaign(mara)
    accept(an_offer(mara, sam, campaign=spring), by=sam)
    returned(an_offer(mara, sam, campaign=spring), sam, "wrong_person")
    expire(an_offer(mara, sam, campaign=spring))
    withdraw(an_offer(mara, sam, campaign=spring), by=mara)
    an_offer(mara, sam)
    groups = acceptance(lately(), by="campaign")
    assert groups == [
        Group(spring.pk, "Spring", 4, Ratio(1, 3)),
        Group(None, None, 1, Ratio(0, 0)),
    ]
    assert in_all(groups) == Ratio(1, 3)


def test_each_person_and_team_that_it_waits_for(mara, sam, ben):
    accept(an_offer(mara, sam), by=sam)
    queue = an_offer(mara, team=sam.teams.get())
    assert acceptance(lately(), by="person") == [
        Group(None, None, 1, Ratio(0, 0)),
        Group(sam.pk, "Sam", 1, Ratio(1, 1)),
    ]
    assert acceptance(lately(), by="team") == [Group(queue.team_id, "North", 2, Ratio(1, 1))]


def test_reasons_of_the_returns_that_stand(mara, sam, greta):
    for key in ("wrong_person", "not_our_target", "not_our_target", "other"):
        returned(an_offer(mara, sam), sam, key)
    contested = returned(an_offer(mara, sam), sam, "bad_contact")
    dispute(contested, by=mara, words="I called there")
    overturn(contested, by=greta, words="So it is")
    found = why_returned(lately())
    assert found == [
        Why("not_our_target", "Not our target", "marketing", Ratio(2, 4)),
        Why("other", "Other", "unknown", Ratio(1, 4)),
        Why("wrong_person", "Wrong person or team", "line", Ratio(1, 4)),
    ]
    assert unnamed(found) == Ratio(1, 4)


def test_days_without_offers(db):
    assert (acceptance(lately(), by="person"), why_returned(lately())) == ([], [])
    assert (in_all([]), unnamed([])) == (Ratio(0, 0), Ratio(0, 0))


def test_one_query_and_two(mara, sam, django_assert_num_queries):
    for key in ("wrong_person", "not_our_target"):
        returned(an_offer(mara, sam, campaign=a_campaign(mara, name=key)), sam, key)
    with django_assert_num_queries(1):
        acceptance(lately(), by="campaign")
    with django_assert_num_queries(2):
        why_returned(lately())


@pytest.fixture
def late(mara, sam, ben):
    """Sam let it lie for 20 minutes of the agreed 15; then it came to Ben."""
    with travel(datetime(2026, 3, 2, 10, tzinfo=UTC), tick=False) as clock:
        handoff = an_offer(mara, sam, tier="hot")
        clock.shift(timedelta(minutes=20))
        reroute(handoff, by=sam, to=ben)
        yield handoff


def test_who_let_the_time_run_is_charged_and_not_who_got_it_late(late, sam, ben):
    assert acceptance(lately(), by="person") == [Group(sam.pk, "Sam", 1, Ratio(0, 0))]
    returned(late, ben, "wrong_person")
    assert acceptance(lately(), by="person") == [Group(sam.pk, "Sam", 1, Ratio(0, 1))]


def test_what_ran_out_is_charged_to_who_had_it_when_it_was_over(late, sam):
    expire(late)
    assert acceptance(lately(), by="person") == [Group(sam.pk, "Sam", 1, Ratio(0, 1))]


def test_who_takes_what_came_late_has_the_credit(late, ben):
    accept(late, by=ben)
    assert acceptance(lately(), by="person") == [Group(ben.pk, "Ben", 1, Ratio(1, 1))]


def test_who_answers_from_a_queue_in_time_is_counted_whatever_they_say(mara, sam):
    accept(an_offer(mara, team=sam.teams.get()), by=sam)
    returned(an_offer(mara, team=sam.teams.get()), sam, "wrong_person")
    assert acceptance(lately(), by="person") == [Group(sam.pk, "Sam", 2, Ratio(1, 2))]


def test_the_same_in_all_whoever_it_counts_for(late, mara, sam, ben):
    accept(an_offer(mara, sam), by=sam)
    returned(an_offer(mara, team=sam.teams.get()), ben, "wrong_person")
    expire(late)
    people, campaigns = (acceptance(lately(), by=by) for by in ("person", "campaign"))
    assert in_all(people) == in_all(campaigns) == Ratio(1, 3)
    assert sum(each.offered for each in people) == 3
