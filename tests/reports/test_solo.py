"""One person on both sides of the line, and later two: what was counted stays counted."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import cross, hand_lead_over, send_back
from deals.models import Deal
from deals.pipeline.actions import hand_over, open_deal
from funnel.models import Team
from funnel.period import Period
from leads.models import Campaign, Handoff, Lead
from leads.stages import LeadStage
from reports.acceptance import acceptance, why_returned
from reports.calibration import calibration
from reports.campaign_figures import campaign_figures
from reports.conversion import conversion
from reports.line_health import line_health
from reports.scorecard import scorecard
from reports.speed import speed
from tests.cast import a_user
from tests.reports.reading import BERLIN, MAY, counts, may, won
from tests.story import a_campaign, a_person, a_reason, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db
HOUR, KILO = timedelta(hours=1), Decimal(1000)
MARCH, APRIL = (
    Period.of_days(date(2026, month, 1), date(2026, month, last), BERLIN.key)
    for month, last in ((3, 31), (4, 30))
)
QUARTER = Period(MARCH.start, MAY.end, BERLIN.key)
SPRING = (MARCH, APRIL, MAY, QUARTER)
EACH_MONTH = [(2, 2), (2, 2), (3, 2)]  # offered, accepted


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


def two_cross(solo, month):
    """Two of one campaign; the first is called, and buys. Returns the other."""
    offered, called, bought = (on(day, month) for day in (4, 9, 16))
    buyer, other = (an_mql(solo, campaign=a_campaign(solo), at=offered) for _each in range(2))
    for lead in (buyer, other):
        cross(lead, by=solo, at=offered + 3 * HOUR)
    log(by=solo, kind="call", lead=buyer, outcome="reached", at=called)
    won(open_deal(by=solo, name="Ten", lead=buyer, amount=KILO, at=called), solo, at=bought)
    return other


@pytest.fixture
def a_quarter(solo):
    """From March to May, with a deal still open of a lead and one without, and an offer waiting."""
    others = [two_cross(solo, month) for month in (3, 4, 5)]
    open_deal(by=solo, name="Two", lead=others[2], amount=KILO, at=on(18, 5))
    open_deal(by=solo, name="One", person=a_person(), amount=KILO, at=on(18, 5))
    an_offer(solo, solo, at=on(27, 5))


def on(day, month):
    return datetime(2026, month, day, 10, tzinfo=BERLIN)


def figures(period=MAY):
    ways = ("", "owner", "team", "campaign", "channel")
    return [
        *(conversion(period, mode=mode, by=by) for mode in ("cohort", "flow") for by in ways),
        *(acceptance(period, by=by) for by in ("campaign", "person", "team")),
        why_returned(period),
        scorecard(period),
        speed(period),
        line_health(period),
        calibration(period),
        campaign_figures(Campaign.objects.order_by("pk")),
    ]


def split(solo):
    """Sam sells from now on, and takes over what is open; Solo does marketing in a team."""
    sam = a_user("Sam", "salesperson", team="North")
    solo.groups.remove(Group.objects.get(name="salesperson"))
    Team.objects.create(name="Marketing").members.add(solo)
    for lead in Lead.objects.filter(stage=LeadStage.ACCEPTED, seller=solo):
        hand_lead_over(lead, to=sam)
    for deal in Deal.objects.open():
        hand_over(deal, to=sam)
    return sam


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
        split(solo)
        assert figures() == before
    assert Handoff.objects.filter(offered_to=solo).count() == 3


def test_months_alone_are_read_the_same_after_the_roles_are_split(a_quarter, solo):
    with travel(may(31, 23), tick=False):
        before = [figures(period) for period in SPRING]
        assert [(card.offered, card.accepted.part) for card in scorecard(QUARTER)] == EACH_MONTH
        split(solo)
        assert [figures(period) for period in SPRING] == before
    assert not Deal.objects.open().filter(owner=solo).exists()
