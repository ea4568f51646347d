from datetime import date
from decimal import Decimal

from deals.pipeline.actions import open_deal
from leads.spending.actions import log_reach
from leads.touches.actions import touch
from leads.touches.models import TouchKind
from reports.conversion import conversion
from reports.totals import Totals
from tests.reports.reading import JUNE, MAY, counts, delivered, may, paid, quoted, rung, won
from tests.story import DAY, a_campaign, a_channel, a_lead, a_person


def reach(campaign, mara, day, count):
    log_reach(campaign, by=mara, on=date(2026, 5, day), kind="heads", count=count)


def alone(sam, *, at, **more):
    """A deal that no lead stands behind."""
    return open_deal(by=sam, name="Old friend", person=a_person(), at=at, **more)


def test_reached_adds_up_with_its_corrections(mara):
    fair = a_campaign(mara, channel="fair")
    for day, count in ((1, 300), (31, 50), (31, -20)):
        reach(fair, mara, day, count)
    assert conversion(MAY).totals == Totals(reached=330, visited=0)
    assert conversion(JUNE).totals == Totals(reached=0, visited=0)


def test_visited_counts_each_visitor_at_their_first_touch(mara):
    for visitor, day in (("a", 1), ("a", 2), ("b", 3)):
        touch(TouchKind.VISIT, visitor=visitor, at=may(day))
    touch(TouchKind.BOOTH, person=a_person(), at=may(4))
    touch(TouchKind.VISIT, visitor="b", at=may(1) - DAY)
    touch(TouchKind.MAIL, visitor="c", at=may(5))  # we came to them
    assert conversion(MAY).totals.visited == 2


def test_a_lead_typed_by_hand_did_not_visit(mara):
    a_lead(mara, at=may(1))
    assert conversion(MAY).totals.visited == 0


def test_totals_of_one_channel(mara):
    reach(a_campaign(mara, channel="fair"), mara, 1, 300)
    reach(a_campaign(mara, channel="radio"), mara, 1, 5000)
    touch(TouchKind.VISIT, visitor="a", channel=a_channel("web"), at=may(1))
    touch(TouchKind.VISIT, visitor="a", channel=a_channel("fair"), at=may(2))
    assert conversion(MAY, channel="fair").totals == Totals(300, 0)
    assert conversion(MAY, channel="web").totals == Totals(0, 1)


def test_nobody_was_offered_before_they_were_captured(sam):
    assert conversion(MAY, owner=sam.email).totals == Totals(None, None)


def test_reached_and_visited_are_the_first_rungs_of_flow_only(mara):
    reach(a_campaign(mara), mara, 1, 40)
    assert rung(conversion(MAY, mode="flow").rungs, "reached").count == 40
    assert rung(conversion(MAY).rungs, "reached").count is None


def test_deals_without_a_lead_are_in_no_rung(sam):
    deal = alone(sam, at=may(1), amount=Decimal(238))
    quoted(deal, sam, at=may(2))
    won(deal, sam, at=may(3))
    paid(deal, sam, 238, at=may(4))
    delivered(deal, sam, at=may(5))
    found = conversion(MAY)
    assert counts(found.rungs) == {}
    assert found.sales_sourced == dict.fromkeys(["deal", "quoted", "won", "paid", "delivered"], 1)


def test_deals_without_a_lead_have_the_window_from_their_opening(sam):
    won(alone(sam, at=may(1)), sam, at=may(1) + 91 * DAY)
    assert conversion(MAY).sales_sourced["won"] == 0
    assert conversion(MAY, window_days=91).sales_sourced["won"] == 1
    august = type(MAY)(may(1) + 90 * DAY, may(1) + 92 * DAY)
    assert conversion(august, mode="flow").sales_sourced == conversion(
        MAY, mode="flow"
    ).sales_sourced | {"deal": 0, "won": 1}


def test_deals_without_a_lead_are_narrowed_by_whose_they_are(sam, ben):
    alone(sam, at=may(1))
    alone(ben, at=may(1))
    assert conversion(MAY, owner=sam.email).sales_sourced["deal"] == 1
    assert conversion(MAY, team=str(sam.teams.get().pk)).sales_sourced["deal"] == 2
    assert conversion(MAY, channel="web").sales_sourced["deal"] == 0
