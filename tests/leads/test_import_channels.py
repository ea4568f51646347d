"""Channels that a file makes: told before, and gone with it where nothing else uses them."""

import pytest

from funnel.imports.mapping import Mapping
from funnel.imports.plan import fit
from funnel.imports.registry import importer_of
from funnel.imports.running import run
from funnel.imports.shape import shape_of
from funnel.imports.undoing import undo, undoable
from funnel.models import Batch
from leads.models import Channel, Lead
from tests.files import a_file, imported
from tests.story import a_lead, a_person, ago

pytestmark = pytest.mark.django_db
ROWS = "email,at,channel\nada@x.example,2026-03-02,Paid Search\nbo@x.example,2026-03-02,radio\n"


@pytest.fixture
def touches(tmp_path):
    return a_file(tmp_path, ROWS)


def names():
    return sorted(Channel.objects.values_list("name", flat=True))


def test_the_preview_says_which_channels_will_be_made(touches):
    seen = []
    plan = fit(importer_of("touches"), Mapping(), shape_of(touches), "UTC", ago())
    run(plan, dry_run=True, seen=seen.extend)
    told = [change for row in seen for change in row.changes if change[1] == "channel"]
    assert [(name, after) for name, _label, _now, after in told] == [
        ("Paid Search", "new channel"),
        ("radio", "new channel"),
    ]
    assert names() == []


def test_they_go_with_the_import(touches, mara):
    imported("touches", touches)
    batch = Batch.objects.get()
    assert undoable(batch).goes["leads.channel"] == 2
    undo(batch, by=None)
    assert names() == []


def test_one_that_something_else_uses_stays(touches, mara):
    imported("touches", touches)
    a_lead(mara, channel=Channel.objects.get(name="radio"))
    undo(Batch.objects.get(), by=None)
    assert names() == ["radio"]


def test_one_that_was_here_stays(touches, mara):
    Channel.objects.create(key="radio", name="radio")
    imported("touches", touches)
    undo(Batch.objects.get(), by=None)
    assert names() == ["radio"]


def test_one_that_a_lead_of_before_was_given_goes_once_it_is_taken_back(tmp_path, mara):
    a_lead(mara, person=a_person(email="ada@x.example"), channel=None, campaign=None)
    imported("leads", a_file(tmp_path, "source_id,email\n7,ada@x.example\n"), "--source", "crm")
    path = a_file(tmp_path, "source_id,email,channel\n7,ada@x.example,fair\n")
    imported("leads", path, "--source", "crm")
    undo(Batch.objects.latest("pk"), by=None)
    assert Lead.objects.get().channel is None
