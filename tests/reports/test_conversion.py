from datetime import timedelta
from decimal import Decimal

from deals.activities.actions import log
from deals.pipeline.actions import open_deal
from funnel.ratio import Ratio
from leads.lead.actions import capture
from leads.touches.models import TouchKind
from reports.conversion import Row, conversion
from reports.rungs import CLIMBED
from tests.reports.reading import JUNE, MAY, counts, delivered, lost, may, paid, quoted, rung, won
from tests.story import DAY, a_deal, a_lead, an_mql, an_offer

LADDER = [rung.key for rung in CLIMBED]


def the_whole_way(mara, sam):
    """One lead from capture to its next interest, a day or more on each rung."""
    deal = a_deal(mara, sam, at=may(1), amount=Decimal(238))
    log(by=sam, kind="call", lead=deal.lead, outcome="reached", at=may(3))
    quoted(deal, sam, at=may(4))
    won(deal, sam, at=may(8))
    paid(deal, sam, 238, at=may(20))
    delivered(deal, sam, at=may(22))
    capture(deal.person, by=mara, touched=TouchKind.FORM, at=may(30))
    return deal


def test_one_lead_on_every_rung(mara, sam):
    the_whole_way(mara, sam)
    a_lead(mara, at=may(2))
    found = conversion(MAY)
    assert counts(found.rungs) == {"captured": 3} | dict.fromkeys(LADDER[1:], 1)
    assert [row.median_days for row in found.rungs[3:]] == [0, 0, 0, 2, 0, 3, 7, 12, 14, 22]
    assert {str(row.value) for row in found.rungs[7:]} == {"200.000"}
    assert rung(found.rungs, "paid").of_previous == Ratio(1, 1)
    assert rung(found.rungs, "won").of_first == Ratio(1, 3)


def test_the_whole_row_of_a_rung(mara, sam):
    for day in (1, 2, 3):
        an_mql(mara, at=may(day))
    an_offer(mara, sam, at=may(4))
    row = rung(conversion(MAY).rungs, "offered")
    shares = {"of_previous": Ratio(1, 4), "of_first": Ratio(1, 4)}
    days = {"median_days": 0.0, "p80_days": 0.0}
    assert row == Row("offered", 1, mature=4, imputed=0, inside=0, **shares, **days)


def test_an_empty_month(mara, sam):
    the_whole_way(mara, sam)
    found = conversion(JUNE, by="channel")
    empty = {"of_first": Ratio(0, 0), "mature": 0, "imputed": 0, "inside": 0}
    assert found.rungs[2] == Row("captured", 0, **empty)
    assert found.rungs[9] == Row("won", 0, of_previous=Ratio(0, 0), **empty)
    assert [row.count for row in found.rungs] == [None, None, *[0] * 11]
    assert found.groups == ()


def test_the_window_includes_its_last_moment(mara, sam):
    deal = a_deal(mara, sam, at=may(1))
    won(deal, sam, at=may(1) + 10 * DAY)
    assert counts(conversion(MAY, window_days=10).rungs)["won"] == 1
    assert "won" not in counts(conversion(MAY, window_days=9).rungs)


def test_a_moment_after_the_window_is_too_late(mara, sam):
    deal = a_deal(mara, sam, at=may(1))
    won(deal, sam, at=may(1) + 10 * DAY + timedelta(microseconds=1))
    assert "won" not in counts(conversion(MAY, window_days=10).rungs)


def test_a_window_of_no_days_counts_what_happened_at_once(mara):
    an_mql(mara, at=may(1))
    assert counts(conversion(MAY, window_days=0).rungs) == {"captured": 1, "mql": 1}


def test_a_period_includes_its_first_moment_and_not_its_end(mara):
    a_lead(mara, at=MAY.start)
    a_lead(mara, at=MAY.end - timedelta(microseconds=1))
    a_lead(mara, at=MAY.end)
    assert counts(conversion(MAY).rungs) == {"captured": 2}
    assert counts(conversion(JUNE).rungs) == {"captured": 1}


def test_a_lost_deal_keeps_the_rungs_it_reached(mara, sam):
    deal = a_deal(mara, sam, at=may(1))
    quoted(deal, sam, at=may(2))
    lost(deal, sam, at=may(9))
    reached = counts(conversion(MAY).rungs)
    assert reached == dict.fromkeys(["captured", "mql", "offered", "accepted", "deal", "quoted"], 1)


def test_a_lost_deals_money_is_not_won_money(mara, sam):
    deal = a_deal(mara, sam, at=may(1), amount=Decimal(500))
    other = a_deal(mara, sam, at=may(1), amount=Decimal(300))
    lost(deal, sam, at=may(9))
    won(other, sam, at=may(9))
    rows = conversion(MAY).rungs
    assert rung(rows, "deal").value == 800
    assert rung(rows, "won").value == 300


def test_a_lead_with_two_deals_counts_once(mara, sam):
    first = a_deal(mara, sam, at=may(1), amount=Decimal(500))
    second = open_deal(by=sam, name="More", lead=first.lead, amount=Decimal(70), at=may(2))
    won(second, sam, at=may(5))
    won(first, sam, at=may(7))
    rows = conversion(MAY).rungs
    assert (rung(rows, "won").count, rung(rows, "won").value) == (1, 570)
    assert rung(rows, "won").median_days == 4


def test_money_that_nobody_knows_is_not_0(mara, sam):
    won(a_deal(mara, sam, at=may(1), amount=None), sam, at=may(5))
    row = rung(conversion(MAY).rungs, "won")
    assert (row.count, row.value) == (1, None)


def test_a_contact_counts_from_the_acceptance_on(mara, sam):
    deal = a_deal(mara, sam, at=may(5))
    log(by=sam, kind="call", lead=deal.lead, outcome="reached", at=may(4))
    log(by=sam, kind="note", lead=deal.lead, words="Rang before", at=may(6))
    assert "contacted" not in counts(conversion(MAY).rungs)
    log(by=sam, kind="call", lead=deal.lead, outcome="no_answer", at=may(7))
    assert rung(conversion(MAY).rungs, "contacted").median_days == 2
