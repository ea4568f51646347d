"""What became of hand-offs by the score they were offered with, whole results of a story."""

from decimal import Decimal

import pytest

from deals.answers.actions import accept, send_back
from deals.closing.actions import lose, win
from deals.pipeline.actions import open_deal
from funnel.ratio import Ratio
from leads.clocks.actions import expire
from leads.disputes.actions import dispute, overturn
from leads.handoff.actions import offer, withdraw
from leads.models import Lead
from leads.qualification.actions import wake
from leads.scoring.actions import add, change
from leads.scoring.models import ScoreRule
from reports.calibration import NONE, Band, calibration
from reports.line_page.forms import lately
from tests.story import a_deal, a_lead, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db

EMPTY = {key: Band(key) for key in ("0-19", "20-39", "40-59", "60-79", "80-100", NONE)}


def scored(points):
    """From now on every lead without a phone number has this fit."""
    if rule := ScoreRule.objects.filter(scale="fit").first():
        change(rule, points=points)
    else:
        add(asks={"no_phone": True}, points=points)


def found(scale="fit"):
    return {band.key: band for band in calibration(lately("12m", "UTC"), scale=scale)}


def accepted(mara, sam):
    handoff = an_offer(mara, sam)
    accept(handoff, by=sam)
    return handoff.lead


def dealt(mara, sam, amount, **money):
    amount = amount and Decimal(amount)
    lead = accepted(mara, sam)
    return open_deal(by=sam, name="Ten worktops", lead=lead, amount=amount, **money)


def returned(handoff, sam, key="wrong_person"):
    send_back(handoff, by=sam, reason=a_reason("return", key))
    return handoff


@pytest.fixture
def year(mara, sam, greta):
    """Two offered without a score, seven of 80 to 100, four of 20 to 39."""
    accepted(mara, sam)
    an_offer(mara, sam)
    scored(90)
    worth_something(mara, sam)
    accepted(mara, sam)
    withdraw(an_offer(mara, sam), by=mara)
    scored(39)
    disputed(mara, returned(an_offer(mara, sam), sam))
    contested = disputed(mara, returned(an_offer(mara, sam), sam))
    overturn(contested, by=greta, words="So it is")  # offers it again
    expire(an_offer(mara, sam))


def worth_something(mara, sam):
    """Three deals won, one of them in dollars and one of unknown worth, one lost, one open."""
    bought = [
        dealt(mara, sam, 1000),
        dealt(mara, sam, 500, currency="USD", rate=Decimal("0.9")),
        dealt(mara, sam, None),
    ]
    for deal in bought:
        win(deal, by=sam, reason=a_reason("win", "trust"))
    lose(dealt(mara, sam, 70), by=sam, reason=a_reason("loss", "price"), knowable="no")
    dealt(mara, sam, 80)


def disputed(mara, handoff):
    dispute(handoff, by=mara, words="Look again")
    return handoff


HIGH = {"offered": 7, "answered": 6, "accepted": 6, "void": 1}
DEALS = {"dealt": 5, "open": 1, "won": 3, "lost": 1, "money": Decimal(1450), "unpriced": 1}
LOW = {"offered": 4, "answered": 2, "back": 1, "expired": 1, "void": 1, "waiting": 1}
WHOLE = EMPTY | {
    "20-39": Band("20-39", **LOW),
    "80-100": Band("80-100", **HIGH, **DEALS),
    NONE: Band(NONE, offered=2, answered=1, accepted=1, waiting=1),
}


def test_the_whole_of_a_small_story(year):
    assert found() == WHOLE
    high = found()["80-100"]
    assert (high.of_answered, high.of_closed, high.undealt) == (Ratio(6, 6), Ratio(3, 4), 1)


def test_a_band_adds_up(year):
    for band in found().values():
        assert band.offered == band.answered + band.void + band.waiting
        assert band.answered == band.accepted + band.back + band.expired


def test_days_without_offers_have_every_band(db):
    assert found() == EMPTY
    assert found()["0-19"].of_answered.rate is None


@pytest.mark.parametrize(
    ("points", "key"),
    [(-5, "0-19"), (19, "0-19"), (20, "20-39"), (59, "40-59"), (79, "60-79"), (80, "80-100")],
)
def test_where_a_band_begins_and_ends(mara, sam, points, key):
    scored(points)
    an_offer(mara, sam)
    assert found()[key].offered == 1


def test_engagement_is_a_score_of_its_own(mara, sam):
    scored(90)
    add(asks={"touched": "hand"}, points=50)
    an_offer(mara, sam)
    assert found()["80-100"].offered == found("engagement")["40-59"].offered == 1


def test_a_score_that_says_nothing_is_none(mara, sam):
    handoff = an_offer(mara, sam)
    type(handoff).objects.update(evidence=handoff.evidence | {"scores": None})
    assert found()[NONE].offered == 1


def test_a_lead_that_was_offered_twice_counts_twice_each_with_its_score(mara, sam):
    scored(90)
    lead = returned(an_offer(mara, sam), sam).lead
    scored(10)
    lead.refresh_from_db()
    accept(offer(lead, by=mara, to=sam), by=sam)
    open_deal(by=sam, name="At last", lead=lead)
    assert found() == EMPTY | {
        "0-19": Band("0-19", offered=1, answered=1, accepted=1, dealt=1, open=1),
        "80-100": Band("80-100", offered=1, answered=1, back=1),
    }


def test_a_deal_counts_for_the_last_offer_that_was_accepted_before_it(mara, sam):
    scored(90)
    deal = dealt(mara, sam, 10)
    put_away = {"back_until": ago(days=-9).date(), "back_reason": a_reason("recycle", "not_now")}
    lose(deal, by=sam, reason=a_reason("loss", "price"), knowable="no", **put_away)
    scored(10)
    lead = Lead.objects.get()
    wake(lead, by=mara)
    accept(offer(lead, by=mara, to=sam), by=sam)
    open_deal(by=sam, name="Now", lead=lead)
    bands = found()
    assert [(bands[key].lost, bands[key].open) for key in ("0-19", "80-100")] == [(0, 1), (1, 0)]


def test_what_was_offered_before_and_a_deal_on_its_own_are_left_out(mara, sam):
    a_deal(mara, sam, at=ago(days=500))
    open_deal(by=sam, name="On its own", person=a_lead(mara).person, amount=Decimal(9))
    assert found() == EMPTY


def test_two_queries_however_many(year, django_assert_num_queries):
    with django_assert_num_queries(2):
        found()
