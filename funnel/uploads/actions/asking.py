"""What is asked of an upload: check all its rows, repair, import, hold on, go on, take it back."""

from django.db import transaction
from django.utils.timesince import timesince
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Upload, UploadState
from funnel.refusal import Refusal

REPAIRS = 500


@transaction.atomic
def ask(upload, state, *, of, seen=None):
    """Have a worker bring the upload to `state`, from one of the states `of`. Returns it; None
    where it is past that already: what was asked twice is done once.

    `seen` is the turn of the check that whoever asks has looked at; Refusal where what was said of
    the file has changed since.
    """
    held = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if seen is not None and held.is_open and str(held.turn) != str(seen):
        raise Refusal(_changed(held))
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
def decide(upload, *, by=None, **said):
    """Keep what was said about columns and rows; what was checked before holds no more."""
    held = _open(upload, by)
    for name, value in said.items():
        setattr(held, name, value)
    held.state, held.told, held.turn, held.trouble = UploadState.CHOOSING, {}, held.turn + 1, ""
    held.save()
    return held


@transaction.atomic
def repair(upload, *, by=None, **what):
    """Add one repair: how, words, and what `repaired` needs of it. Returns the Upload.

    Refusal where the file is past repairing, or has too many of them.
    """
    held = _open(upload, by)
    if len(held.repairs) >= REPAIRS:
        raise Refusal(_("That are too many repairs. Take the rows as a file and mend them there."))
    number = 1 + max((each["id"] for each in held.repairs), default=0)
    same = [each for each in held.repairs if not _replaces(what, each)]
    held.repairs = [*same, {"id": number, **what}]
    held.save(update_fields=["repairs", "changed_by", "changed_at"])
    return held


@transaction.atomic
def unrepair(upload, number, *, by=None):
    held = _open(upload, by)
    held.repairs = [each for each in held.repairs if each["id"] != number]
    held.save(update_fields=["repairs", "changed_by", "changed_at"])
    return held


@transaction.atomic
def throw(upload, *, by):
    """What is being prepared is no more; who threw it away is remembered as long as it was kept.

    Refusal where its import has begun.
    """
    held = _open(upload, by)
    held.parts.all().delete()
    held.bad_rows.all().delete()
    held.state, held.turn, held.beat_at = UploadState.THROWN, held.turn + 1, None
    held.shape, held.mapping, held.told, held.repairs = {}, {}, {}, []
    held.save()


def _replaces(what, before):
    """A cell, or a value, that is said anew is not what it was said to be before."""
    keys = {
        "cells": ("how", "row"),
        "value": ("how", "field", "cell"),
        "drop": ("how", "field", "hint"),
        "undated": ("how", "field", "hint"),
    }
    names = keys.get(what["how"])
    return bool(names) and all(what.get(name) == before.get(name) for name in names)


def _changed(held):
    if held.changed_by is None:
        return _("The file was checked again meanwhile. Look again.")
    words = _("The columns or repairs were changed by %(who)s %(when)s ago. Look again.")
    return words % {"who": held.changed_by, "when": timesince(held.changed_at, depth=1)}


def _open(upload, by):
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    held.changed_by, held.changed_at = by, now()
    if not held.is_open:
        raise Refusal(_("This import has begun. Its columns and repairs stay as they were."))
    return held
