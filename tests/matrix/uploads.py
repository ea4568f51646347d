"""What Mara brought to be imported: one being prepared, one checked, one imported."""

from django.core.files.uploadedfile import SimpleUploadedFile

from funnel.models import UploadState
from funnel.uploads.actions.asking import ask, decide
from funnel.uploads.actions.receiving import receive
from funnel.uploads.actions.working import check
from funnel.uploads.tasks import work_on_upload

ROWS = b"name,email\nUma,uma@example.com\nBo,not an address\n"
COLUMNS = {"columns": {"name": "name", "email": "email"}}


def uploads(mara):
    seen, done = _checked(mara), _checked(mara)
    ask(done, UploadState.RUNNING, of=[UploadState.CHECKED])
    work_on_upload(done.pk)
    return {
        "brought": _brought(mara),
        "seen": seen,
        "bad_row": ([seen.pk, 3], ""),
        "imported": done,
    }


def _brought(mara):
    return receive("leads", SimpleUploadedFile("people.csv", ROWS), by=mara)


def _checked(mara):
    upload = decide(_brought(mara), mapping=COLUMNS)
    check(ask(upload, UploadState.CHECKING, of=[upload.state]))
    return upload
