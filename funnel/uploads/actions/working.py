"""What a worker does with an upload: check it, import it, take it back."""

import time
from contextlib import suppress

import pghistory
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.imports.batches import Busy, alone
from funnel.imports.running import run
from funnel.imports.undoing import undo
from funnel.models import Batch, Upload, UploadState
from funnel.refusal import Refusal
from funnel.uploads.content import shape_on_disk
from funnel.uploads.findings import Findings
from funnel.uploads.mapping import plan_of
from funnel.uploads.telling import tell_owners
from funnel.valkey import AWAY, key, server

AT_A_TIME = 120  # seconds that one call of a worker imports, then it lets others in


class HeldUp(Exception):
    """The import stops here for now; what is done is done."""


def check(upload):
    """Try all rows, write none, and keep what was found. Does nothing where it was asked anew."""
    turn = upload.turn
    try:
        with shape_on_disk(upload) as shape, pghistory.context(user=upload.by_id):
            plan = plan_of(upload, shape)
            findings = Findings(plan)
            result = run(
                plan,
                by=upload.by,
                dry_run=True,
                seen=findings.see,
                progress=lambda rows: _tell_far(upload, rows),
            )
    except Busy:
        return
    except Refusal as refusal:
        _ended(upload, turn, UploadState.CHOOSING, trouble=refusal.message)
        return
    with transaction.atomic():
        told = findings.told(result.counts)
        if _ended(upload, turn, UploadState.CHECKED, told=told):
            findings.keep(upload)


def go_on(upload):
    """Import for a while. Returns True where there is more to do, and nobody held it up."""
    try:
        with shape_on_disk(upload) as shape, pghistory.context(user=upload.by_id):
            plan = plan_of(upload, shape)
            _only_here(upload, plan)
            run(plan, by=upload.by, progress=_watching(upload, plan.fingerprint))
    except Busy:
        return False
    except HeldUp:
        return Upload.objects.filter(pk=upload.pk, state=UploadState.RUNNING).exists()
    except Refusal as refusal:
        _ended(upload, upload.turn, UploadState.PAUSED, trouble=refusal.message)
        return False
    batch = Batch.objects.filter(fingerprint=plan.fingerprint).order_by("-pk").first()
    with transaction.atomic():
        done = {"batch": batch, "rows_done": batch.rows_done}
        if _ended(upload, upload.turn, UploadState.DONE, **done):
            upload.batch = batch
            tell_owners(upload)
    return False


def take_back(upload):
    """Undo what the upload's import wrote. Another worker that was called meanwhile lets it."""
    try:
        with alone(upload.batch.fingerprint):
            undo(upload.batch, by=upload.by)
    except Busy:
        return
    except Refusal as refusal:
        _ended(upload, upload.turn, UploadState.DONE, trouble=refusal.message)
        return
    _ended(upload, upload.turn, UploadState.UNDONE)


def far(upload):
    """How many rows are done of what is being done."""
    if upload.state != UploadState.CHECKING:
        return upload.rows_done
    with suppress(*AWAY):
        return int(server().get(key("upload", upload.pk)) or 0)
    return 0


def failed(upload, trouble):
    """What nobody foresaw stopped it: it can be asked again."""
    back = {UploadState.CHECKING: UploadState.CHOOSING, UploadState.UNDOING: UploadState.DONE}
    words = _("It stopped: %s. What was done is kept; try again.") % trouble
    state = back.get(upload.state, UploadState.PAUSED)
    _ended(upload, upload.turn, state, trouble=words[:500])


def _only_here(upload, plan):
    begun = Batch.objects.filter(fingerprint=plan.fingerprint, finished_at=None)
    if begun.exclude(upload=None).exclude(upload=upload).exists():
        raise Refusal(
            _("The same rows are being imported already, by another import of this list.")
        )


def _watching(upload, fingerprint):
    until = time.monotonic() + AT_A_TIME

    def progress(rows):
        batch = Batch.objects.get(fingerprint=fingerprint, finished_at=None)
        mine = Upload.objects.filter(pk=upload.pk, turn=upload.turn)
        mine.update(rows_done=rows, beat_at=now(), batch=batch)
        if time.monotonic() > until or not mine.filter(state=UploadState.RUNNING).exists():
            raise HeldUp

    return progress


def _tell_far(upload, rows):
    """Beside the open transaction, which nobody else can see."""
    with suppress(*AWAY):
        server().set(key("upload", upload.pk), rows, ex=600)


def _ended(upload, turn, state, **found):
    """Whether it was still this turn's to say."""
    rows = Upload.objects.filter(pk=upload.pk, turn=turn)
    return bool(rows.update(state=state, beat_at=None, **found))
