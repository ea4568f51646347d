from datetime import datetime, timedelta
from decimal import Decimal

from deals.closing.actions import reopen
from funnel.ratio import Ratio
from leads.qualification.actions import disqualify, qualify, recycle
from reports.conversion import conversion
from tests.reports.reading import BERLIN, MAY, counts, lost, may, paid, rung, won
from tests.story import DAY, a_deal, a_lead, a_person, a_reason, an_mql


def sampled(name):
    """A person whose facts are known the moment they happen, so that the past can be asked."""
    return a_person(name=name, sample=True)


def test_rates_are_over_those_who_had_the_whole_window(mara):
    an_mql(mara, at=may(1), person=sampled("Ada"))
    a_lead(mara, at=may(1), person=sampled("Bea"))
    an_mql(mara, at=may(20), person=sampled("Cy"))
    row = rung(conversion(MAY, window_days=10, as_of=may(25)).rungs, "mql")
    assert (row.count, row.mature) == (2, 2)
    assert row.of_previous == row.of_first == Ratio(1, 2)


def test_the_last_moment_of_the_window_makes_a_lead_mature(mara):
    a_lead(mara, at=may(1), person=sampled("Ada"))
    last = may(1) + 10 * DAY
    early = last - timedelta(microseconds=1)
    assert rung(conversion(MAY, window_days=10, as_of=last).rungs, "captured").mature == 1
    assert rung(conversion(MAY, window_days=10, as_of=early).rungs, "captured").mature == 0


def test_still_inside_are_the_open_ones_on_their_furthest_rung(mara):
    for name, reason in (("Ada", ""), ("Bea", "disqualify"), ("Cy", "recycle")):
        lead = an_mql(mara, at=may(10), person=sampled(name))
        if reason == "disqualify":
            disqualify(lead, by=mara, reason=a_reason(reason, "spam"), at=may(11))
        elif reason:
            asleep = a_reason(reason, "not_now")
            recycle(lead, by=mara, reason=asleep, until=may(30).date(), at=may(11))
    rows = conversion(MAY, as_of=may(20)).rungs
    assert [rung(rows, key).inside for key in ("captured", "mql")] == [0, 2]


def test_nobody_is_inside_once_the_window_is_over(mara):
    a_lead(mara, at=may(1), person=sampled("Ada"))
    assert rung(conversion(MAY, window_days=10, as_of=may(30)).rungs, "captured").inside == 0


def test_what_was_recorded_later_does_not_exist(mara):
    lead = a_lead(mara, at=may(1))
    qualify(lead, by=mara, at=may(2))
    assert counts(conversion(MAY, as_of=may(20)).rungs) == {}
    assert counts(conversion(MAY).rungs) == {"captured": 1, "mql": 1}


def test_the_same_moment_gives_the_same_figures_for_ever(mara, sam):
    deal = a_deal(mara, sam, at=may(1), person=sampled("Ada"), amount=Decimal(100))
    then = conversion(MAY, as_of=may(10), by="owner")
    won(deal, sam, at=may(12))
    paid(deal, sam, 100, at=may(13))
    assert conversion(MAY, as_of=may(10), by="owner") == then
    assert conversion(MAY, as_of=may(14), by="owner") != then


def test_paid_is_the_moment_the_payments_add_up(mara, sam):
    deal = a_deal(mara, sam, at=may(1), amount=Decimal(100))
    won(deal, sam, at=may(5))
    for amount, day in ((60, 6), (-10, 7), (40, 8), (10, 9)):
        paid(deal, sam, amount, at=may(day))
    assert rung(conversion(MAY).rungs, "paid").median_days == 4


def test_paid_is_not_earlier_than_won(mara, sam):
    deal = a_deal(mara, sam, at=may(1), amount=Decimal(100))
    paid(deal, sam, 100, at=may(2))
    assert "paid" not in counts(conversion(MAY).rungs)
    won(deal, sam, at=may(5))
    row = rung(conversion(MAY).rungs, "paid")
    assert (row.count, row.median_days) == (1, 0)


def test_a_deal_of_unknown_worth_is_never_known_to_be_paid(mara, sam):
    deal = a_deal(mara, sam, at=may(1), amount=None)
    won(deal, sam, at=may(5))
    paid(deal, sam, 100, at=may(6))
    assert "paid" not in counts(conversion(MAY).rungs)


def test_a_win_taken_back_was_still_a_win(mara, sam):
    deal = a_deal(mara, sam, at=may(1))
    won(deal, sam, at=may(5))
    reopen(deal, by=sam, at=may(6))
    lost(deal, sam, at=may(7))
    assert counts(conversion(MAY).rungs)["won"] == 1


def test_days_have_24_hours_when_the_clocks_change(mara):
    before = datetime(2026, 3, 28, 12, tzinfo=BERLIN)  # the next day has 23 hours
    lead = a_lead(mara, at=before)
    qualify(lead, by=mara, at=before.astimezone() + DAY)
    march = type(MAY).of_days(before.date(), before.date(), BERLIN.key)
    found = conversion(march, window_days=1)
    assert counts(found.rungs) == {"captured": 1, "mql": 1}
    assert rung(found.rungs, "mql").median_days == 1


def test_a_day_is_the_organisations_day(mara):
    a_lead(mara, at=datetime(2026, 3, 29, 0, 30, tzinfo=BERLIN))
    day = datetime(2026, 3, 29, tzinfo=BERLIN).date()
    assert counts(conversion(type(MAY).of_days(day, day, BERLIN.key)).rungs) == {"captured": 1}
    assert counts(conversion(type(MAY).of_days(day, day, "UTC")).rungs) == {}
