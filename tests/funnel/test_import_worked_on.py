"""A worker checks, imports and takes back; it may be held up, die, or be called twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from funnel.imports import running
from funnel.models import Batch, Notice, Upload, UploadState
from funnel.uploads import tasks
from funnel.uploads.actions import working
from funnel.uploads.actions.asking import hold
from funnel.uploads.tasks import drop_old_uploads, sweep_uploads, work_on_upload
from leads.models import Lead
from tests.cast import a_user
from tests.files import somebody_at
from tests.funnel.wizard import at, bring, checked, imported

pytestmark = pytest.mark.django_db
PEOPLE = "\n".join(["name,email", *(f"P{n},p{n}@example.com" for n in range(30))]).encode()
COLUMNS = {"c0": "name", "c1": "email"}


@pytest.fixture(autouse=True)
def short_chunks(monkeypatch):
    monkeypatch.setattr(running, "CHUNK_ROWS", 10)


@pytest.fixture
def upload(client, mara):
    client.force_login(mara)
    return checked(client, bring(client, PEOPLE), **COLUMNS)


def held_after_a_chunk(monkeypatch, upload):
    """Import; whoever watches presses Pause while the first chunk is written."""
    keep = working.now
    monkeypatch.setattr(working, "now", lambda: hold(upload) and keep())
    work_on_upload(upload.pk)
    monkeypatch.setattr(working, "now", keep)
    upload.refresh_from_db()


def test_a_paused_import_goes_on_where_it_was(client, upload, monkeypatch):
    client.post(at(upload, "import_run"), {"seen": upload.turn})
    held_after_a_chunk(monkeypatch, upload)
    assert upload.state == UploadState.PAUSED
    assert 0 < Lead.objects.count() < 30
    imported(client, upload, route="import_resumption")
    assert (upload.state, Lead.objects.count()) == (UploadState.DONE, 30)
    assert Batch.objects.count() == 1


def test_what_a_worker_died_at_is_sent_to_another(client, upload, monkeypatch):
    client.post(at(upload, "import_run"), {"seen": upload.turn})
    sent = []
    monkeypatch.setattr(tasks.work_on_upload, "apply_async", lambda args, **_how: sent.append(args))
    sweep_uploads()
    Upload.objects.update(beat_at=now() - timedelta(minutes=2))
    sweep_uploads()
    sweep_uploads()
    assert sent == [[upload.pk]]


def test_what_nobody_foresaw_stops_it_where_it_can_go_on(client, upload, monkeypatch):
    client.post(at(upload, "import_run"), {"seen": upload.turn})
    with monkeypatch.context() as broken:
        broken.setattr(tasks, "WORK", {UploadState.RUNNING: lambda _upload: 1 / 0})
        work_on_upload(upload.pk)
    upload.refresh_from_db()
    assert upload.state == UploadState.PAUSED
    assert "ZeroDivisionError" in client.get(at(upload, "import")).content.decode()
    imported(client, upload, route="import_resumption")
    assert Lead.objects.count() == 30


def test_whoever_gets_leads_from_it_is_told_once(client, mara, upload):
    ida = a_user("Ida", "marketer")
    file = PEOPLE.replace(b"name,email", b"name,email,owner").replace(b".com", b".com,%s")
    mine = bring(client, file.replace(b"%s", ida.email.encode()))
    imported(client, checked(client, mine, **COLUMNS, c2="owner"))
    notice = Notice.objects.get()
    assert (notice.user, notice.title) == (ida, "30 leads of yours came from a file")
    client.force_login(ida)
    assert client.get(notice.path).status_code == 200


def test_a_files_name_is_told_to_who_sees_leads_of_it(client, mara, sam, upload):
    address = f"/leads/?batch={imported(client, upload).batch_id}"
    assert upload.file_name in client.get(address).content.decode()
    client.force_login(sam)
    page = client.get(address)
    assert page.status_code == 200
    assert upload.file_name not in page.content.decode()


def test_an_answer_to_an_earlier_question_is_not_kept(client, upload):
    earlier = Upload.objects.get(pk=upload.pk)
    client.post(at(upload, "import_columns"), {"next": 1, **COLUMNS})
    working.check(earlier)
    upload.refresh_from_db()
    assert (upload.state, upload.told) == (UploadState.CHOOSING, {})


def test_what_a_file_held_is_dropped_after_thirty_days(client, upload):
    imported(client, upload)
    left = bring(client, PEOPLE)
    Upload.objects.update(given_at=now() - timedelta(days=31))
    drop_old_uploads()
    assert list(Upload.objects.all()) == [upload]
    assert not upload.parts.exists()
    assert client.get(at(left, "import_columns")).status_code == 404


def test_two_imports_of_one_file_and_mapping_are_not_mixed(client, upload, monkeypatch):
    client.post(at(upload, "import_run"), {"seen": upload.turn})
    held_after_a_chunk(monkeypatch, upload)
    second = checked(client, bring(client, PEOPLE), **COLUMNS)
    imported(client, second)
    assert second.state == UploadState.PAUSED
    assert "imported already, by another import" in second.trouble


def test_too_large_a_file_is_told_where_it_was_chosen(client, mara, monkeypatch):
    client.force_login(mara)
    monkeypatch.setattr("funnel.uploads.actions.receiving.FILE_BYTES", 10)
    with pytest.raises(AssertionError, match="is larger than"):
        bring(client, PEOPLE)
    page = client.post(reverse("funnel:import_new"), {"kind": "leads", "text": " "})
    assert "Choose a file, or paste rows below." in page.content.decode()


def test_an_undo_that_takes_long_is_not_disturbed_by_a_second_worker(client, upload):
    imported(client, upload)
    client.post(at(upload, "import_undo"))
    with somebody_at(upload.batch.fingerprint):
        work_on_upload(upload.pk)
        upload.refresh_from_db()
        assert (upload.state, upload.trouble) == (UploadState.UNDOING, "")
    imported(client, upload, route=None)
    assert upload.state == UploadState.UNDONE
