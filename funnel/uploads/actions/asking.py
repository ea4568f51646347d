"""What is asked of an upload: check all its rows, repair, import, hold on, go on, take it back."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Upload, UploadState
from funnel.refusal import Refusal

REPAIRS = 500


@transaction.atomic
def ask(upload, state, *, of):
    """Have a worker bring the upload to `state`, from one of the states `of`. Returns it; None
    where it is past that already: what was asked twice is done once."""
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if held.state not in of:
        return None
    held.state, held.turn = state, held.turn + 1
    held.beat_at, held.trouble = now(), ""
    held.save(update_fields=["state", "turn", "beat_at", "trouble"])
    return held


@transaction.atomic
def hold(upload):
    """Let a running import stop after its chunk. Returns whether it was running."""
    running = Upload.objects.filter(pk=upload.pk, state=UploadState.RUNNING)
    return bool(running.update(state=UploadState.PAUSED))


@transaction.atomic
def decide(upload, **said):
    """Keep what was said about columns and rows; what was checked before holds no more."""
    held = _open(upload)
    for name, value in said.items():
        setattr(held, name, value)
    held.state, held.told, held.turn, held.trouble = UploadState.CHOOSING, {}, held.turn + 1, ""
    held.save()
    return held


@transaction.atomic
def repair(upload, **what):
    """Add one repair: how, words, and what `repaired` needs of it. Returns the Upload.

    Refusal where the file is past repairing, or has too many of them.
    """
    held = _open(upload)
    if len(held.repairs) >= REPAIRS:
        raise Refusal(_("That are too many repairs. Take the rows as a file and mend them there."))
    number = 1 + max((each["id"] for each in held.repairs), default=0)
    same = [each for each in held.repairs if not _replaces(what, each)]
    held.repairs = [*same, {"id": number, **what}]
    held.save(update_fields=["repairs"])
    return held


@transaction.atomic
def unrepair(upload, number):
    held = _open(upload)
    held.repairs = [each for each in held.repairs if each["id"] != number]
    held.save(update_fields=["repairs"])
    return held


def _replaces(what, before):
    """A cell, or a value, that is said anew is not what it was said to be before."""
    keys = {"cells": ("how", "row"), "value": ("how", "field", "cell"), "drop": ("how", "field")}
    names = keys.get(what["how"])
    return bool(names) and all(what.get(name) == before.get(name) for name in names)


def _open(upload):
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if not held.is_open:
        raise Refusal(_("This import has begun. Its columns and repairs stay as they were."))
    return held
