import pytest
from django.db import IntegrityError, transaction

from funnel.ledger import Asked, move_many
from funnel.mending import mending
from funnel.models import Batch, MendingEntry
from leads.models import Lead, LeadStep, Touchpoint
from leads.stages import LeadStage
from tests.story import a_lead, a_person, ago

pytestmark = pytest.mark.django_db


def refused():
    return pytest.raises(IntegrityError, match="append-only")


def test_a_merge_may_repoint_the_person_and_nothing_else(mara):
    touch, other = a_lead(mara).touchpoints.get(), a_person()
    mine = Touchpoint.objects.filter(pk=touch.pk)
    with mending("merge", by=mara) as journal:
        assert journal.update(mine, person=other) == 1
        with refused(), transaction.atomic():
            mine.update(words="something else")
    assert mine.get().person == other
    assert list(MendingEntry.objects.values_list("cause", "table", "rows", "by")) == [
        ("merge", "leads_touchpoint", 1, mara.pk)
    ]


def test_erasing_may_blank_personal_columns_and_nothing_else(mara):
    mine = a_lead(mara, words="call me at home").touchpoints.all()
    with mending("erase", by=mara) as journal:
        journal.update(mine, words="")
        with refused(), transaction.atomic():
            mine.update(kind="visit")
        with refused(), transaction.atomic():
            mine.delete()
    assert mine.get().words == ""


def test_undoing_an_import_deletes_its_own_rows_only(mara):
    ours, theirs = _batch("a"), _batch("b")
    leads = [a_lead(mara), a_lead(mara)]
    for lead, batch in zip(leads, (ours, theirs), strict=True):
        move_many(Lead, [Asked(lead.pk, ago(seconds=0))], LeadStage.MQL, batch=batch)
    with mending("undo_import", by=mara, batch=ours) as journal:
        assert journal.delete(LeadStep) == 1
        with refused(), transaction.atomic():
            leads[1].steps.all().delete()
    assert [lead.steps.count() for lead in leads] == [1, 2]


def test_removing_the_sample_cannot_touch_a_real_row(mara):
    real = a_lead(mara)
    with mending("remove_sample", by=mara) as journal:
        assert journal.delete(LeadStep) == 0
        with refused(), transaction.atomic():
            real.steps.all().delete()
    assert real.steps.count() == 1


def test_the_door_is_shut_again_afterwards(mara):
    lead = a_lead(mara)
    with mending("merge", by=mara):
        pass
    with refused(), transaction.atomic():
        lead.touchpoints.update(person=a_person())


def test_a_cause_nobody_knows_opens_nothing(mara):
    with pytest.raises(ValueError, match="because"), mending("because", by=mara):
        pass


def test_the_journal_has_no_door(mara):
    entry = MendingEntry.objects.create(by=mara, cause="merge", table="x", rows=1)
    for change in (entry.delete, lambda: MendingEntry.objects.update(rows=0)):
        with pytest.raises(Exception, match="Cannot (delete|update)"), transaction.atomic():
            change()


def _batch(fingerprint):
    return Batch.objects.create(
        kind="leads", source="x", file_name="x.csv", fingerprint=fingerprint
    )
