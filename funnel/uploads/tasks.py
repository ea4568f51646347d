import logging
from datetime import timedelta

from celery import shared_task
from django.utils.timezone import now
from kombu.exceptions import OperationalError

from funnel.models import CheckedRow, Upload, UploadPart, UploadState
from funnel.models.upload import BUSY, KEPT, OPEN
from funnel.uploads.actions.working import check, failed, go_on, take_back
from funnel.valkey import AWAY

QUIET = timedelta(seconds=45)  # a worker that says nothing for so long is taken for dead

logger = logging.getLogger(__name__)
WORK = {
    UploadState.CHECKING: check,
    UploadState.RUNNING: go_on,
    UploadState.UNDOING: take_back,
}


def work_soon(upload):
    """Have a worker do what was asked; without a broker the sweeper does."""
    try:
        work_on_upload.apply_async([upload.pk], retry=False)
    except (OperationalError, *AWAY) as trouble:
        logger.warning("upload %s waits for the sweeper: %s", upload.pk, trouble)


@shared_task
def work_on_upload(number):
    """Check or import one file, for as long as a worker may be taken up by it."""
    upload = Upload.objects.select_related("by").filter(pk=number).first()
    if upload is None or not upload.is_busy:
        return
    try:
        more = WORK[upload.state](upload)
    except Exception as trouble:
        logger.exception("upload %s stopped", number)
        failed(upload, type(trouble).__name__)
        return
    if more:
        work_soon(upload)


@shared_task(expires=20)
def sweep_uploads():
    """Every 20 s, by beat: what a worker died at, or never heard of, is done by another."""
    for upload in Upload.objects.filter(state__in=BUSY, beat_at__lt=now() - QUIET):
        if Upload.objects.filter(pk=upload.pk, beat_at=upload.beat_at).update(beat_at=now()):
            work_soon(upload)


@shared_task(expires=600)
def drop_old_uploads():
    """Every hour, by beat: what files held is not kept longer than was promised."""
    old = Upload.objects.filter(given_at__lt=now() - KEPT, sample=False)
    Upload.objects.filter(
        pk__in=old.filter(state__in=(*OPEN, UploadState.THROWN)).values("pk")
    ).delete()
    done = old.exclude(state__in=BUSY)
    UploadPart.objects.filter(upload__in=done).delete()
    CheckedRow.objects.filter(upload__in=done).delete()
