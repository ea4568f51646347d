"""What a journey folds, marks and leaves out, and what it costs."""

from datetime import timedelta
from decimal import Decimal

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deals.activities.actions import log
from deals.after.actions import record_payment
from deals.pipeline.actions import open_deal
from funnel.models import Batch
from leads.touches.actions import touch
from leads.touches.models import TouchKind
from reports.journey import journey
from tests.story import (
    DAY,
    a_lead,
    ago,
    an_accepted,
)

START = ago(days=30)


def test_visits_in_a_row_on_one_day_are_told_as_one(mara):
    lead = a_lead(mara, at=START)
    noon = START.replace(hour=12, minute=0)
    for number in range(14):
        at = noon + DAY + timedelta(minutes=number)
        touch(TouchKind.VISIT, person=lead.person, lead=lead, at=at, page=f"/page/{number % 2}")
    touch(TouchKind.VISIT, person=lead.person, lead=lead, at=noon + 2 * DAY, page="/price")
    newest, before = journey(lead, mara)[:2]
    assert (newest.title, newest.words) == ("Page visit", "/price")
    assert (before.title, before.words) == ("14 page visits", "/page/1, /page/0")


def test_what_was_odd_stays_in_sight(mara):
    lead = a_lead(mara, at=START)
    batch = Batch.objects.create(kind="leads", source="f", file_name="f", fingerprint="f")
    lead.steps.create(
        from_stage="captured",
        to_stage="mql",
        at=START - DAY,
        time_known=False,
        flag="earlier than the step before it",
        batch=batch,
    )
    odd = next(each for each in journey(lead, mara) if each.title == "Qualified")
    assert (odd.time_known, odd.flag) == (False, "earlier than the step before it")


def test_an_edit_tells_names_and_not_numbers(mara, ben):
    lead = a_lead(mara, at=START)
    with pghistory.context(user=ben.pk):
        lead.owner = ben
        lead.save()
        lead.person.name = "Ada Holm"
        lead.person.save()
    edits = [each for each in journey(lead, mara) if each.kind == "edit"]
    assert {(each.title, each.words, each.by) for each in edits} == {
        ("Owner changed", "Mara → Ben", "Ben"),
        ("Name changed", "Ada Berg → Ada Holm", "Ben"),
    }


def test_what_accepting_changes_is_no_edit(mara, sam):
    assert [each for each in journey(an_accepted(mara, sam), sam) if each.kind == "edit"] == []


def queries(lead, reader):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        journey(type(lead).objects.select_related("person").get(pk=lead.pk), reader)
    return len(captured)


@pytest.mark.parametrize("calls", [1, 30])
def test_it_costs_the_same_however_much_happened(mara, greta, calls):
    lead = an_accepted(mara, greta, at=START)
    deal = open_deal(by=greta, name="Ten tops", lead=lead, at=START)
    for number in range(calls):
        log(by=greta, kind="call", outcome="reached", deal=deal, at=START + number * DAY / 2)
        record_payment(deal, by=greta, amount=Decimal(number + 1))
        touch(TouchKind.FORM, person=lead.person, lead=lead, words=str(number))
    assert queries(lead, greta) <= 23
