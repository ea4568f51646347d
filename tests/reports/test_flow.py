from decimal import Decimal

from deals.pipeline.actions import open_deal
from leads.handoff.actions import offer
from reports.conversion import Row, conversion
from tests.reports.reading import JUNE, MAY, counts, may, rung, won
from tests.story import DAY, a_deal, a_lead, an_mql


def test_flow_counts_the_events_of_the_period(mara, sam):
    deal = a_deal(mara, sam, at=may(30))
    won(deal, sam, at=may(30) + 10 * DAY)
    a_lead(mara, at=may(30) + 10 * DAY)
    before = conversion(MAY, mode="flow").rungs
    after = conversion(JUNE, mode="flow").rungs
    assert counts(before) == dict.fromkeys(["captured", "mql", "offered", "accepted", "deal"], 1)
    assert counts(after) == {"captured": 1, "won": 1}


def test_the_same_leads_as_people_and_as_events(mara, sam):
    deal = a_deal(mara, sam, at=may(30))
    won(deal, sam, at=may(30) + 10 * DAY)
    assert counts(conversion(MAY).rungs)["won"] == 1
    assert "won" not in counts(conversion(MAY, mode="flow").rungs)
    assert "won" not in counts(conversion(JUNE).rungs)


def test_events_have_no_window(mara, sam):
    deal = a_deal(mara, sam, at=may(1) - 200 * DAY)
    won(deal, sam, at=may(5))
    assert counts(conversion(MAY, mode="flow", window_days=1).rungs) == {"won": 1}


def test_events_of_one_period_are_not_parts_of_one_another(mara):
    an_mql(mara, at=may(1))
    assert rung(conversion(MAY, mode="flow").rungs, "mql") == Row("mql", 1)


def test_only_the_first_time_is_an_event(mara, sam):
    deal = a_deal(mara, sam, at=may(1), amount=Decimal(500))
    later = may(1) + 35 * DAY
    won(open_deal(by=sam, name="More", lead=deal.lead, amount=Decimal(70), at=later), sam, at=later)
    rows = conversion(JUNE, mode="flow").rungs
    assert counts(rows) == {"won": 1}
    assert rung(rows, "won").value == 70


def test_an_imputed_rung_is_an_event_when_it_is_implied(mara, sam):
    offer(a_lead(mara, at=may(1)), by=mara, to=sam, at=may(1) + 35 * DAY)
    assert counts(conversion(MAY, mode="flow").rungs) == {"captured": 1}
    assert counts(conversion(JUNE, mode="flow").rungs) == {"mql": 1, "offered": 1}
