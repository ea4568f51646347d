"""Deals from a file, on leads that are here."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from deals.models import Activity, Deal
from deals.pipeline.actions import open_deal
from funnel.models import User
from leads.models import Handoff, Lead
from leads.qualification.actions import disqualify
from tests.files import a_file, counts, imported, table
from tests.story import (
    a_deal,
    a_lead,
    a_person,
    a_reason,
    ago,
    an_accepted,
    an_mql,
    an_offer,
    trail,
)

pytestmark = pytest.mark.django_db
HEAD = "email,accepted_by,opened_at,won_at,lost_at,amount,currency,rate,reason,words\n"
ADA = "ada@example.com"
WON = f"{ADA},sam@funnel.example,,2026-03-04 10:00,,1000.50,EUR,,,\n"


@pytest.fixture
def ada():
    return a_person(name="Ada", email=ADA)


@pytest.fixture
def lead(mara, ada):
    return an_mql(mara, person=ada, at=datetime(2026, 1, 5, tzinfo=UTC))


def test_a_won_deal_walks_its_lead_over_the_line(tmp_path, lead, sam):
    assert imported("deals", a_file(tmp_path, HEAD + WON)) == counts(created=1)
    lead.refresh_from_db()
    deal, handoff = Deal.objects.get(), Handoff.objects.get()
    assert trail(lead) == ["captured", "mql", "offered", "accepted", "closed"]
    assert (trail(handoff), handoff.offered_to, handoff.pass_no) == (
        ["offered", "accepted"],
        sam,
        1,
    )
    assert (trail(deal), deal.owner, deal.name) == (["discovery", "won"], sam, "Ada")
    assert (deal.amount, deal.base_amount, deal.due) == (Decimal("1000.5"),) * 3
    assert (lead.seller, lead.person.customer_since) == (sam, datetime(2026, 3, 4, 10, tzinfo=UTC))
    assert deal.steps.get(to_stage="won").reason == "unknown"


def test_only_what_the_file_says_has_a_known_time(tmp_path, lead, sam):
    imported("deals", a_file(tmp_path, HEAD + WON))
    known = dict(Deal.objects.get().steps.values_list("to_stage", "time_known"))
    assert known == {"discovery": False, "won": True}
    steps = Handoff.objects.get().steps.values_list("at", "time_known")
    assert set(steps) == {(datetime(2026, 3, 4, 10, tzinfo=UTC), False)}
    assert not lead.steps.get(to_stage="accepted").time_known


def test_a_deal_twice_is_a_deal_once(tmp_path, lead, sam):
    path = a_file(tmp_path, HEAD + WON)
    imported("deals", path)
    assert imported("deals", path) == counts(unchanged=1)
    assert Deal.objects.count() == 1


def test_a_deal_stays_open_until_a_later_file_closes_it(tmp_path, lead, sam):
    keep = ["--source", "crm", "--map", "source_id=id"]
    head, row = (
        "id,email,accepted_by,opened_at,won_at,amount\n",
        f"7,{ADA},sam@funnel.example,2026-02-01,",
    )
    imported("deals", a_file(tmp_path, f"{head}{row},\n"), *keep)
    assert (Deal.objects.get().stage, Lead.objects.get().stage) == ("discovery", "accepted")
    closed = a_file(tmp_path, f"{head}{row}2026-03-01,50\n")
    assert imported("deals", closed, *keep) == counts(updated=1)
    deal = Deal.objects.get()
    assert (deal.stage, deal.amount, Lead.objects.get().stage) == ("won", 50, "closed")


def test_a_lost_deal_says_why(tmp_path, lead, sam):
    row = f"{ADA},sam@funnel.example,,,2026-03-04,,,,too expensive,\n"
    imported("deals", a_file(tmp_path, HEAD + row))
    deal = Deal.objects.get()
    step = deal.steps.get(to_stage="lost")
    assert (step.reason, step.side, deal.knowable) == ("price", "product", "unsure")
    assert (Lead.objects.get().stage, deal.amount) == ("closed", None)


def test_a_loss_without_a_reason_is_told_apart(tmp_path, lead, sam):
    imported("deals", a_file(tmp_path, HEAD + f"{ADA},sam@funnel.example,,,2026-03-04,,,,,\n"))
    step = Deal.objects.get().steps.get(to_stage="lost")
    assert (step.reason, step.side, step.words) == ("other", "unknown", "Not said in the file.")


def test_a_deal_before_its_lead_is_kept_and_flagged(tmp_path, lead, sam):
    early = a_file(tmp_path, HEAD + WON.replace("2026-03-04", "2026-01-03"))
    assert imported("deals", early) == counts(created=1, flagged=1)
    deal = Deal.objects.get()
    assert deal.steps.get(to_stage="won").flag == "earlier than its lead was captured"
    assert lead.steps.get(to_stage="offered").flag == "earlier than the step before it"


def test_a_waiting_offer_is_answered_and_an_accepted_lead_goes_on(tmp_path, mara, sam, ben, ada):
    handoff = an_offer(mara, ben, person=ada, at=ago(days=30))
    bo = an_accepted(mara, ben, person=a_person(email="bo@example.com"), at=ago(days=30))
    when = ago(days=2).date().isoformat()
    rows = "".join(
        WON.replace(ADA, who).replace("2026-03-04 10:00", when) for who in (ADA, "bo@example.com")
    )
    assert imported("deals", a_file(tmp_path, HEAD + rows)) == counts(created=2)
    assert trail(handoff) == ["offered", "accepted"]
    assert bo.handoffs.count() == 1 and set(Deal.objects.values_list("owner", flat=True)) == {
        sam.pk
    }


def test_two_deals_on_one_lead_are_two_deals(tmp_path, lead, sam):
    rows = WON + WON.replace("03-04", "04-05")
    assert imported("deals", a_file(tmp_path, HEAD + rows)) == counts(created=2)
    assert trail(lead)[-1] == "closed" and lead.deals.count() == 2
    assert lead.handoffs.count() == 1


def test_an_open_deal_keeps_the_lead_open(tmp_path, lead, sam):
    still_open = f"{ADA},sam@funnel.example,2026-02-01,,,,,,,\n"
    imported("deals", a_file(tmp_path, HEAD + still_open + WON))
    assert sorted(Deal.objects.values_list("stage", flat=True)) == ["discovery", "won"]
    assert Lead.objects.get().stage == "accepted"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("who@example.com,sam@funnel.example,,2026-03-04,,,,,,", "email"),
        (f"{ADA},sam@funnel.example,,2026-03-04,2026-03-05,,,,,", "lost_at"),
        (f"{ADA},,,2026-03-04,,,,,,", "accepted_by"),
        (f"{ADA},sam@funnel.example,,2026-03-04,,-5,,,,", "amount"),
        (f"{ADA},sam@funnel.example,,2026-03-04,,5,XXQ,,,", "currency"),
        (f"{ADA},sam@funnel.example,,2026-03-04,,5,USD,,,", "rate"),
        (f"{ADA},sam@funnel.example,,2026-03-04,,,,,luck,", "reason"),
        (f"{ADA},sam@funnel.example,,2126-03-04,,,,,,", "won_at"),
        ("gone@example.com,sam@funnel.example,,2026-03-04,,,,,,", ""),
    ],
)
def test_a_row_that_cannot_be_is_refused(tmp_path, mara, sam, lead, row, column):
    gone = a_lead(mara, person=a_person(email="gone@example.com"), at=ago(days=300))
    disqualify(gone, by=mara, reason=a_reason("disqualify", "no_need"))
    errors = tmp_path / "errors.csv"
    assert imported("deals", a_file(tmp_path, HEAD + row), "--errors", errors) == counts(errors=1)
    assert [row["column"] for row in table(errors)] == [column]
    assert not Deal.objects.exists()


def test_a_foreign_currency_brings_its_rate(tmp_path, lead, sam):
    row = WON.replace("EUR,", "usd,0.8")
    imported("deals", a_file(tmp_path, HEAD + row))
    deal = Deal.objects.get()
    assert (deal.currency, deal.base_amount) == ("USD", Decimal("800.4"))


def test_columns_kept_as_a_note_are_no_contact(tmp_path, lead, sam):
    path = a_file(tmp_path, HEAD.replace("words", "segment") + WON.replace(",,,\n", ",,,pets\n"))
    imported("deals", path, "--note", "segment")
    note = Activity.objects.get()
    assert (note.words, note.deal, note.lead) == ("segment: pets", Deal.objects.get(), lead)
    assert not Activity.objects.contacts().exists()


def test_a_dry_run_of_deals_changes_nothing(tmp_path, lead, sam):
    path = a_file(tmp_path, HEAD + WON.replace("sam@funnel.example", "rep-7"))
    assert imported("deals", path, "--dry-run", "--colleagues", "new") == counts(created=1)
    assert not Deal.objects.exists() and not User.objects.filter(name="rep-7").exists()
    assert trail(lead) == ["captured", "mql"]


def test_a_lead_with_work_of_people_is_not_taken_from_them(tmp_path, mara, sam, ben, ada):
    deal = a_deal(mara, ben, person=ada, at=ago(days=30))
    row = WON.replace("2026-03-04 10:00", ago(days=1).date().isoformat())
    imported("deals", a_file(tmp_path, HEAD + row))
    deal.refresh_from_db()
    assert (deal.stage, deal.lead.stage, deal.owner) == ("discovery", "accepted", ben)
    assert open_deal(by=ben, name="Another", lead=deal.lead).lead.deals.count() == 3
