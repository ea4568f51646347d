"""The check that follows what was said: at once where the file is small, else by a worker."""

from funnel.models import UploadState
from funnel.models.upload import OPEN
from funnel.uploads.actions.asking import ask
from funnel.uploads.actions.working import check
from funnel.uploads.tasks import work_soon

AT_ONCE = 1_000  # rows that nobody has to wait for


def have_checked(upload):
    asked = ask(upload, UploadState.CHECKING, of=OPEN)
    if asked is None:
        return
    if asked.shape.get("rows", 0) <= AT_ONCE:
        check(asked)
    else:
        work_soon(asked)
