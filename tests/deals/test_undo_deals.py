"""An import of deals is undone: leads are back where they were, unless sales went on."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from deals.activities.models import Activity
from deals.closing.actions import reopen
from deals.models import Deal
from deals.pipeline.actions import open_deal, value
from funnel.imports.undoing import undo, undoable
from funnel.models import Batch, User
from funnel.refusal import Refusal
from leads.models import Handoff, Lead, Person
from tests.files import a_file, counts, imported
from tests.story import a_person, an_accepted, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db
HEAD = "source_id,email,accepted_by,opened_at,won_at,lost_at,amount,currency\n"
ADA = "ada@example.com"
WON = f"1,{ADA},sam@funnel.example,,2026-03-04 10:00,,1000.50,EUR\n"
OPEN = f"1,{ADA},sam@funnel.example,2026-03-01 10:00,,,,\n"
CRM = ("--source", "crm")


@pytest.fixture
def ada():
    return a_person(name="Ada", email=ADA)


@pytest.fixture
def lead(mara, ada):
    return an_mql(mara, person=ada, at=datetime(2026, 1, 5, tzinfo=UTC))


def bring(tmp_path, rows, *more):
    told = imported("deals", a_file(tmp_path, HEAD + rows), *CRM, *more)
    return told, Batch.objects.order_by("pk").last()


def refused(batch):
    """What looking at its undo tells, where nothing would be taken back."""
    with pytest.raises(Refusal):
        undo(batch, by=None)
    return undoable(batch)


def test_a_won_deal_goes_and_the_lead_is_marketings_again(tmp_path, lead, ada, sam):
    since = lead.stage_since
    told, batch = bring(tmp_path, WON)
    done = undo(batch, by=None)
    lead.refresh_from_db()
    assert (lead.stage, lead.stage_since, lead.seller) == ("mql", since, None)
    assert (trail(lead), Handoff.objects.count(), Deal.objects.count()) == (
        ["captured", "mql"],
        0,
        0,
    )
    assert Person.objects.get().customer_since is None
    assert (done.goes["deals.deal"], done.back, done.stays) == (1, {"leads.lead": 1}, {})
    assert bring(tmp_path, WON)[0] == told


def test_a_deal_that_was_opened_again_stays_with_all_it_stands_on(tmp_path, lead, sam):
    bring(tmp_path, WON)
    reopen(Deal.objects.get(), by=sam)
    seen = refused(Batch.objects.get())
    assert seen.goes == {} and seen.stays["deals.deal"] == {"moved since": 1}
    lead.refresh_from_db()
    assert (lead.stage, lead.seller) == ("accepted", sam)
    assert trail(lead) == ["captured", "mql", "offered", "accepted", "closed", "accepted"]
    assert bring(tmp_path, WON)[0] == counts(unchanged=1)


def test_a_note_of_sales_keeps_the_deal(tmp_path, lead, sam):
    _told, batch = bring(tmp_path, WON)
    deal = Deal.objects.get()
    Activity.objects.create(
        person=deal.person, deal=deal, lead=lead, kind="note", at=deal.opened_at, by=sam
    )
    assert refused(batch).stays["deals.deal"] == {"activities since": 1}
    assert Handoff.objects.get().stage == "accepted"


def test_another_deal_on_the_lead_keeps_it_accepted(tmp_path, lead, sam):
    _told, batch = bring(tmp_path, OPEN)
    lead.refresh_from_db()
    open_deal(by=sam, name="More", lead=lead)
    refused(batch)
    lead.refresh_from_db()
    assert (lead.stage, Deal.objects.count()) == ("accepted", 2)


def test_an_offer_that_the_file_answered_waits_again(tmp_path, mara, sam, ada):
    handoff = an_offer(mara, sam, person=ada)
    before = (handoff.accept_due_at, handoff.rung_at)
    _told, batch = bring(tmp_path, f"1,{ADA},sam@funnel.example,,,,,\n")
    handoff.refresh_from_db()
    assert handoff.stage == "accepted"
    undo(batch, by=None)
    handoff.refresh_from_db()
    assert (handoff.stage, handoff.answered_at) == ("offered", None)
    assert (handoff.accept_due_at, handoff.rung_at) == before
    assert Lead.objects.get().stage == "offered"


def test_a_later_file_that_won_the_deal_is_undone_alone(tmp_path, lead, sam):
    bring(tmp_path, OPEN)
    told, second = bring(tmp_path, WON)
    assert told == counts(updated=1)
    done = undo(second, by=None)
    deal, lead = Deal.objects.get(), Lead.objects.get()
    assert (deal.stage, deal.amount, deal.knowable) == ("discovery", None, "")
    assert (lead.stage, lead.person.customer_since) == ("accepted", None)
    assert done.back == {"deals.deal": 1}
    assert bring(tmp_path, WON)[0] == counts(updated=1)


def test_money_that_somebody_changed_since_is_theirs(tmp_path, lead, sam):
    bring(tmp_path, OPEN)
    _told, second = bring(tmp_path, OPEN.replace(",,,,\n", ",,,500,EUR\n"))
    value(Deal.objects.get(), amount=Decimal(700), currency="EUR")
    undo(second, by=None)
    assert Deal.objects.get().amount == 700


def test_the_first_file_stays_while_the_later_one_stands_on_it(tmp_path, lead, sam):
    _told, first = bring(tmp_path, OPEN)
    bring(tmp_path, WON)
    assert refused(first).goes == {}
    assert Lead.objects.get().stage == "closed"


def test_a_deal_by_a_win_before_keeps_the_customer(tmp_path, mara, sam, ada):
    lead = an_accepted(mara, sam, person=ada, at=datetime(2026, 1, 5, tzinfo=UTC))
    bring(tmp_path, WON)
    _told, second = bring(tmp_path, WON.replace("1,ada", "2,ada").replace("03-04", "04-04"))
    undo(second, by=None)
    assert Person.objects.get().customer_since == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert lead.deals.count() == 1


def test_colleagues_that_the_file_named_are_left(tmp_path, lead):
    rows = WON.replace("sam@funnel.example", "rep-7")
    _told, batch = bring(tmp_path, rows, "--colleagues", "new")
    undo(batch, by=None)
    assert User.objects.filter(source_key="crm:rep-7").exists()
