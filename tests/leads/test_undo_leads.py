"""An import of leads is undone: what it made goes, what has lived on since stays whole."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils.timezone import now

from funnel.imports.undoing import undo, undoable
from funnel.models import Batch, ImportedRow, MendingEntry
from funnel.refusal import Refusal
from leads.lead.actions import capture
from leads.merging.actions import merge, unmerge
from leads.models import Lead, LeadScore, LeadStep, MatchKey, Person, Touchpoint
from leads.people.actions import edit
from leads.qualification.actions import disqualify, qualify, recycle
from leads.scoring.actions import add
from leads.scoring.keeping import keep_scores
from leads.touches.models import TouchKind
from tests.files import a_file, counts, imported
from tests.story import a_lead, a_person, a_reason, ago, an_mql, trail

pytestmark = pytest.mark.django_db
HEAD = "name,email,phone,company,captured_at,channel,owner\n"
ADA = "Ada,ada@example.com,+493023125001,Kita Linde,2026-02-03 10:00,fair,\n"
BO = "Bo,bo@example.com,,,2026-02-04 10:00,fair,\n"


@pytest.fixture
def batch(tmp_path):
    imported("leads", a_file(tmp_path, HEAD + ADA + BO))
    return Batch.objects.get()


def who(name):
    return Person.objects.get(name=name)


def test_what_the_file_made_goes_and_the_same_file_makes_it_again(tmp_path, batch):
    done = undo(batch, by=None)
    assert (done.goes["leads.lead"], done.goes["leads.person"], done.stays) == (2, 2, {})
    for model in (Lead, LeadStep, Touchpoint, MatchKey, Person, ImportedRow):
        assert not model.objects.exists()
    assert not Person.pgh_event_model.objects.exists()
    assert imported("leads", a_file(tmp_path, HEAD + ADA + BO)) == counts(created=2)


def test_what_its_leads_scored_goes_with_them(batch):
    add(asks={"phone": True}, points=40)
    assert keep_scores() == 2
    assert undo(batch, by=None).goes["leads.lead"] == 2
    assert not LeadScore.objects.exists()


def test_looking_first_tells_the_same_and_writes_nothing(batch):
    seen = undoable(batch)
    assert Lead.objects.count() == 2
    done = undo(batch, by=None)
    assert (seen.stays, seen.back) == (done.stays, done.back)
    assert seen == done == undoable(batch)


def test_undoing_twice_is_once_and_the_batch_remembers_who_and_when(batch, mara):
    first = undo(batch, by=mara)
    at = batch.undone_at
    assert undo(batch, by=None) == first
    assert (batch.undone_by, batch.undone_at) == (mara, at)
    assert MendingEntry.objects.filter(cause="undo_import", table="leads_lead").count() == 1


def test_after_thirty_days_it_is_too_late(batch):
    with pytest.raises(Refusal, match="30 days"):
        undo(batch, by=None, at=batch.finished_at + timedelta(days=30))
    assert undo(batch, by=None, at=batch.finished_at + timedelta(days=29)).goes


def test_who_may_not_import_leads_may_not_undo_it(batch, sam):
    with pytest.raises(Refusal):
        undo(batch, by=sam)


def test_a_lead_that_was_moved_since_stays_with_its_person_and_its_history(tmp_path, batch, mara):
    ada = Lead.objects.get(person=who("Ada"))
    qualify(ada, by=mara)
    done = undo(batch, by=mara)
    assert done.stays["leads.lead"] == {"moved since": 1}
    assert (done.goes["leads.lead"], trail(ada)) == (1, ["captured", "mql"])
    assert (ada.touchpoints.count(), who("Ada").keys.count()) == (1, 2)
    assert imported("leads", a_file(tmp_path, HEAD + ADA + BO)) == counts(created=1, unchanged=1)


def test_another_touch_keeps_the_lead(batch, mara):
    capture(who("Ada"), by=mara, touched=TouchKind.HAND)
    done = undo(batch, by=None)
    assert done.stays["leads.lead"] == {"touchpoints since": 1}
    assert Touchpoint.objects.count() == 2


def test_a_later_lead_keeps_the_person_and_the_lead_before_it(batch, mara):
    lead = Lead.objects.get(person=who("Ada"))
    disqualify(lead, by=mara, reason=a_reason("disqualify", "spam"))
    capture(who("Ada"), by=mara, touched=TouchKind.HAND)
    undo(batch, by=None)
    assert Lead.objects.count() == 2 and Person.objects.count() == 1


def test_a_person_who_was_edited_stays_and_their_lead_goes(batch, mara):
    edit(who("Ada"), by=mara, name="Ada Berg", email="ada@example.com", phone="", company="")
    done = undo(batch, by=None)
    assert done.stays["leads.person"] == {"edited since": 1}
    assert (Lead.objects.count(), Person.objects.get().name) == (0, "Ada Berg")


def test_a_person_who_was_merged_stays_whole_and_can_be_told_apart_again(batch, mara):
    old = a_lead(mara, at=ago(days=400))
    merged = merge(who("Ada"), old.person, by=mara)
    done = undo(batch, by=mara)
    assert (done.stays["leads.person"], done.goes["leads.person"]) == ({"merged since": 1}, 1)
    assert unmerge(merged, by=mara).undone_at
    ada = Lead.objects.get(person__name="Ada")
    assert (trail(ada), ada.touchpoints.count(), ada.person.keys.count()) == (["captured"], 1, 2)


def test_a_touch_on_a_lead_that_was_open_is_taken_back(tmp_path, mara):
    lead = a_lead(mara, person=a_person(name="Ada", email="ada@example.com"), at=ago(days=1))
    imported("leads", a_file(tmp_path, HEAD + ADA))
    assert (lead.touchpoints.count(), who("Ada").phone) == (2, "+493023125001")
    done = undo(Batch.objects.get(), by=mara)
    person = who("Ada")
    assert (lead.touchpoints.count(), person.phone, person.company) == (1, "", None)
    assert (done.back, person.keys.count()) == ({"leads.person": 2}, 1)
    assert imported("leads", a_file(tmp_path, HEAD + ADA)) == counts(updated=1)


def test_a_blank_that_somebody_changed_since_is_theirs(tmp_path, mara):
    a_lead(mara, person=a_person(name="Ada", email="ada@example.com"), at=ago(days=1))
    imported("leads", a_file(tmp_path, HEAD + ADA))
    edit(
        who("Ada"),
        by=mara,
        name="Ada",
        email="ada@example.com",
        phone="+493023125009",
        company="Kita Linde",
    )
    undo(Batch.objects.get(), by=mara)
    assert (who("Ada").phone, who("Ada").company) == ("+493023125009", None)


def test_a_lead_that_the_file_woke_sleeps_again(tmp_path, mara):
    lead = an_mql(mara, person=a_person(name="Ada", email="ada@example.com"), at=ago(days=900))
    until = now().date() + timedelta(days=9)
    reason = a_reason("recycle", "not_now")
    recycle(lead, by=mara, reason=reason, until=until, at=ago(days=800))
    imported("leads", a_file(tmp_path, HEAD + ADA))
    assert Lead.objects.get().stage == "mql"
    undo(Batch.objects.get(), by=mara)
    lead = Lead.objects.get()
    assert (lead.stage, lead.recycle_until) == ("recycled", until)


def test_a_row_that_a_later_file_said_anew_is_read_again(tmp_path):
    head = "source_id,name,channel\n"
    imported("leads", a_file(tmp_path, head + "7,Ada,\n"), "--source", "crm")
    more = a_file(tmp_path, head + "7,Ada,fair\n")
    assert imported("leads", more, "--source", "crm") == counts(updated=1)
    undo(Batch.objects.order_by("pk").last(), by=None)
    assert Lead.objects.get().channel is None
    assert imported("leads", more, "--source", "crm") == counts(updated=1)
    assert str(Lead.objects.get().channel) == "fair"


def test_the_command_counts_and_undoes(batch, capsys):
    call_command("undo_import", batch.pk, "--dry-run")
    assert "leads.lead: 2 go" in capsys.readouterr().out and Lead.objects.count() == 2
    call_command("undo_import", batch.pk)
    assert not Lead.objects.exists()
