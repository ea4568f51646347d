import pytest

from deals.models import Deal
from deals.pipeline.actions import open_deal
from deals.stages import DealStage
from funnel.ledger import Asked, move_many
from funnel.models import Batch
from leads.handoff.actions import offer
from leads.models import Handoff
from leads.stages import HandoffStage, LeadStage
from reports.conversion import conversion
from tests.reports.reading import MAY, counts, may, rung
from tests.story import DAY, a_deal, a_lead, an_offer


@pytest.fixture
def batch(db):
    return Batch.objects.create(kind="deals", source="f", file_name="f.csv", fingerprint="f")


def win_many(deal, batch, **asked):
    """As an import wins it: any time, also before the step before it."""
    won = Asked(deal.pk, reason="unknown", side="unknown", **asked)
    assert move_many(Deal, [won], DealStage.WON, batch=batch) == {}


def imputed(rows):
    return {row.key: row.imputed for row in rows if row.imputed}


def test_an_offer_straight_from_the_booth_implies_qualified(mara, sam):
    offer(a_lead(mara, at=may(1)), by=mara, to=sam, at=may(3))
    rows = conversion(MAY).rungs
    assert counts(rows) == {"captured": 1, "mql": 1, "offered": 1}
    assert imputed(rows) == {"mql": 1}
    assert rung(rows, "mql").median_days is rung(rows, "offered").median_days is None


def test_imputed_at_the_time_of_the_rung_beyond(mara, sam):
    offer(a_lead(mara, at=may(1)), by=mara, to=sam, at=may(3))
    assert imputed(conversion(MAY, window_days=2).rungs) == {"mql": 1}
    assert counts(conversion(MAY, window_days=1).rungs) == {"captured": 1}


def test_acceptance_known_before_its_offer_implies_the_offer(mara, sam, batch):
    handoff = an_offer(mara, sam, at=may(9))
    moved = Asked(handoff.pk, at=may(2), by=sam.pk)
    assert move_many(Handoff, [moved], HandoffStage.ACCEPTED, batch=batch) == {}
    rows = conversion(MAY, window_days=5).rungs
    assert counts(rows) == {"captured": 1, "mql": 1, "offered": 1, "accepted": 1}
    assert imputed(rows) == {}  # captured and qualified on the 9th too: all within the window


def test_a_win_before_its_deal_implies_all_that_it_needs(mara, sam, batch):
    lead = an_offer(mara, sam, at=may(1)).lead
    handoff = lead.handoffs.get()
    move_many(Handoff, [Asked(handoff.pk, at=may(20))], HandoffStage.ACCEPTED, batch=batch)
    deal = _opened(lead, sam, at=may(21))
    win_many(deal, batch, at=may(6))
    rows = conversion(MAY, window_days=10).rungs
    assert imputed(rows) == {"accepted": 1, "deal": 1}
    assert rung(rows, "won").median_days is rung(rows, "deal").median_days is None


def _opened(lead, sam, *, at):
    move_many(type(lead), [Asked(lead.pk, at=at)], LeadStage.ACCEPTED)
    return open_deal(by=sam, name="Early", lead=lead, at=at)


def test_won_before_its_first_contact_is_reached_and_its_duration_unknown(mara, sam, batch):
    deal = a_deal(mara, sam, at=may(9))
    win_many(deal, batch, at=may(9) - DAY)
    assert deal.steps.get(to_stage="won").flag
    rows = conversion(MAY).rungs
    assert rung(rows, "won").count == 1
    assert rung(rows, "won").median_days is None
    assert imputed(rows) == {}


def test_a_time_that_nobody_knows_enters_no_duration(mara, sam, batch):
    deal = a_deal(mara, sam, at=may(1))
    win_many(deal, batch, at=may(9), time_known=False)
    row = rung(conversion(MAY).rungs, "won")
    assert (row.count, row.imputed, row.median_days) == (1, 0, None)


def test_contacted_quoted_and_paid_are_never_imputed(mara, sam, batch):
    deal = a_deal(mara, sam, at=may(1))
    win_many(deal, batch, at=may(9))
    reached = counts(conversion(MAY).rungs)
    assert not reached.keys() & {"contacted", "quoted", "paid", "delivered"}
