"""An import of spend or responses is undone."""

from decimal import Decimal

import pytest

from funnel.imports.undoing import undo, undoable
from funnel.models import Batch
from funnel.refusal import Refusal
from leads.models import CampaignResponse, Lead, Person, ReachEntry, SpendEntry
from leads.responses.actions import respond
from leads.spending.actions import take_back
from tests.files import a_file, counts, imported
from tests.story import a_campaign, a_lead, a_person, ago

pytestmark = pytest.mark.django_db
GOOGLE = "Day,Campaign,Ad group,Cost,Currency code,Impr.,Clicks\n"
ROW = "2026-03-02,Spring,Too loud,12.50,EUR,900,14\n"
DEARER = ROW.replace("12.50", "15").replace("900", "950")
WHO = "email,campaign,status,at\n"


@pytest.fixture
def spring(mara):
    return a_campaign(mara, type="event")


def spend(tmp_path, row):
    told = imported("spend", a_file(tmp_path, GOOGLE + row), "--preset", "google")
    return told, Batch.objects.order_by("pk").last()


def responses(tmp_path, *rows):
    told = imported("responses", a_file(tmp_path, WHO + "".join(rows)))
    return told, Batch.objects.order_by("pk").last()


def test_spend_and_reach_go_and_come_again(tmp_path, spring):
    told, batch = spend(tmp_path, ROW)
    assert undo(batch, by=None).goes == {"leads.reachentry": 1, "leads.spendentry": 1}
    assert not SpendEntry.objects.exists() and not ReachEntry.objects.exists()
    assert spend(tmp_path, ROW)[0] == told == counts(created=1)


def test_what_a_later_file_adjusted_is_adjusted_again(tmp_path, spring):
    spend(tmp_path, ROW)
    told, second = spend(tmp_path, DEARER)
    undo(second, by=None)
    assert SpendEntry.objects.get().amount == Decimal("12.5")
    assert spend(tmp_path, ROW)[0] == counts(unchanged=1)
    assert spend(tmp_path, DEARER)[0] == told == counts(updated=1)
    assert sum(entry.amount for entry in SpendEntry.objects.all()) == 15


def test_the_first_file_stays_under_what_adjusts_it(tmp_path, spring):
    _told, first = spend(tmp_path, ROW)
    spend(tmp_path, DEARER)
    assert undoable(first).stays["leads.spendentry"] == {"spend entries since": 1}
    with pytest.raises(Refusal, match="Nothing would be taken back"):
        undo(first, by=None)
    assert (SpendEntry.objects.count(), ReachEntry.objects.count()) == (2, 2)


def test_what_somebody_took_back_stays(tmp_path, spring, mara):
    _told, batch = spend(tmp_path, ROW)
    take_back(SpendEntry.objects.get(), by=mara)
    with pytest.raises(Refusal, match="Nothing would be taken back"):
        undo(batch, by=None)


def test_who_was_added_by_their_response_goes(tmp_path, spring):
    told, batch = responses(tmp_path, "ada@example.com,Spring,attended,2026-02-03 10:00\n")
    undo(batch, by=None)
    assert not Person.objects.exists() and not CampaignResponse.objects.exists()
    again = responses(tmp_path, "ada@example.com,Spring,attended,2026-02-03 10:00\n")
    assert again[0] == told == counts(created=1)


def test_an_earlier_status_stands_again(tmp_path, spring, mara):
    ada = a_person(name="Ada", email="ada@example.com")
    lead = a_lead(mara, person=ada, at=ago(days=400))
    respond(ada, spring, "registered", by=mara, at=ago(days=300))
    before = CampaignResponse.objects.values().get()
    _told, batch = responses(tmp_path, "ada@example.com,Spring,attended,2026-02-03 10:00\n")
    assert CampaignResponse.objects.get().status == "attended"
    undo(batch, by=None)
    assert CampaignResponse.objects.values().get() == before
    assert lead.touchpoints.filter(batch=batch).count() == 0 and Lead.objects.count() == 1


def test_a_later_status_keeps_the_one_before_it_and_its_person(tmp_path, spring, mara):
    _told, batch = responses(tmp_path, "ada@example.com,Spring,registered,2026-02-03 10:00\n")
    respond(Person.objects.get(), spring, "attended", by=mara, at=ago(days=1))
    done = undo(batch, by=None)
    assert done.stays["leads.person"]
    assert CampaignResponse.objects.get().steps.count() == 2
