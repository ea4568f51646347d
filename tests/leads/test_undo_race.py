"""What happens in the same moment as an undo: another undo, and somebody who works on a lead."""

from contextlib import suppress

import pytest
from django.db import IntegrityError

from funnel.imports.batches import alone
from funnel.imports.undoing import undo
from funnel.models import Batch, MendingEntry
from funnel.refusal import Refusal
from leads.models import Lead, LeadStep, Person
from leads.qualification.actions import qualify
from tests.files import a_file, imported
from tests.leads.test_merge_race import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def batch(tmp_path):
    rows = "".join(f"Person {n},p{n}@example.com\n" for n in range(50))
    imported("leads", a_file(tmp_path, "name,email\n" + rows))
    return Batch.objects.get()


def test_two_people_press_undo_and_it_is_undone_once(batch, mara):
    done = at_once(
        lambda: undo(Batch.objects.get(), by=mara), lambda: undo(Batch.objects.get(), by=mara)
    )
    assert done[0] == done[1] and done[0].goes["leads.lead"] == 50
    assert MendingEntry.objects.filter(table="leads_lead").count() == 1


def test_who_moves_a_lead_meanwhile_either_keeps_it_or_finds_it_gone(batch, mara):
    lead = Lead.objects.order_by("pk").last()

    def work():
        with suppress(Lead.DoesNotExist, IntegrityError):
            qualify(lead, by=mara)

    at_once(work, lambda: undo(batch, by=mara))
    here = Lead.objects.filter(pk=lead.pk).exists()
    assert Lead.objects.count() == Person.objects.count() == int(here)
    assert LeadStep.objects.count() == 2 * here


def test_a_running_import_is_not_undone(batch, mara):
    def hold():
        with alone(batch.fingerprint):
            return at_once(lambda: _refused(batch, mara))

    assert at_once(hold) == [["This file is being imported by another process."]]
    assert undo(batch, by=mara).goes


def test_a_stopped_import_is_undone_and_the_same_file_begins_anew(batch, tmp_path):
    Batch.objects.update(finished_at=None, rows_done=20)
    undo(batch, by=None)
    assert Batch.objects.filter(finished_at=None).count() == 0 == Lead.objects.count()


def _refused(batch, by):
    with pytest.raises(Refusal) as refusal:
        undo(batch, by=by)
    return str(refusal.value)
