"""One person on both sides of the line, and later two: what was counted stays counted."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import cross, hand_lead_over, send_back
from deals.pipeline.actions import open_deal
from leads.models import Handoff
from reports.acceptance import acceptance, why_returned
from reports.conversion import conversion
from reports.line_health import line_health
from reports.scorecard import scorecard
from reports.speed import speed
from tests.cast import a_user
from tests.reports.reading import MAY, counts, may, won
from tests.story import a_reason, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def solo(db):
    return a_user("Solo", "marketer", "salesperson")


@pytest.fixture
def a_month(solo):
    """Solo crosses with two leads in May, calls one and wins it, and sends a third one back."""
    won_one, other = (an_mql(solo, at=may(day)) for day in (4, 5))
    for lead in (won_one, other):
        cross(lead, by=solo, at=may(6))
    log(by=solo, kind="call", lead=won_one, outcome="reached", at=may(7))
    deal = open_deal(by=solo, name="Ten worktops", lead=won_one, amount=Decimal(1000), at=may(8))
    won(deal, solo, at=may(20))
    returned = an_offer(solo, solo, at=may(11))
    send_back(returned, by=solo, reason=a_reason("return", "not_our_target"), at=may(12))
    return other


def figures():
    return [
        *(conversion(MAY, mode=mode, by=by) for mode in ("cohort", "flow") for by in ("", "owner")),
        *(acceptance(MAY, by=by) for by in ("campaign", "person", "team")),
        why_returned(MAY),
        scorecard(MAY),
        speed(MAY),
        line_health(MAY),
    ]


def test_one_act_is_recorded_as_both(solo):
    lead = an_mql(solo)
    handoff = cross(lead, by=solo)
    assert (trail(handoff), trail(lead)[-2:]) == (["offered", "accepted"], ["offered", "accepted"])
    assert {step.by for step in handoff.steps.all()} == {solo}


def test_a_month_alone_is_counted_like_any_other(a_month):
    found = counts(conversion(MAY).rungs)
    assert [found[key] for key in ("captured", "mql", "offered", "accepted", "won")] == [
        3,
        3,
        3,
        2,
        1,
    ]


def test_two_people_later_change_no_figure_of_the_past(a_month, solo):
    with travel(may(31, 23), tick=False):
        before = figures()
        sam = a_user("Sam", "salesperson", team="North")
        solo.groups.remove(Group.objects.get(name="salesperson"))
        hand_lead_over(a_month, to=sam)
        assert figures() == before
    assert Handoff.objects.filter(offered_to=solo).count() == 3
