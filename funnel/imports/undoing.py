"""An import is undone: what it made goes, what it filled in is as before, what lived on stays."""

from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import timedelta

import pgtrigger
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.history import told
from funnel.imports.batches import alone
from funnel.imports.holding import Stays, stays_of
from funnel.imports.later import later_than
from funnel.imports.registry import importer_of
from funnel.imports.restoring import take_back, to_take_back
from funnel.imports.traces import all_made, has_batch, kept_of, remembers, settle_all
from funnel.mending import mending
from funnel.models import Batch, ImportedRow
from funnel.refusal import Refusal

UNDO_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Undoing:
    """What undoing an import does, or did, in counts by model label ("leads.lead")."""

    goes: dict = field(default_factory=dict)  # {label: records that are deleted}
    stays: dict = field(default_factory=dict)  # {label: {why, in words: records}}
    back: dict = field(default_factory=dict)  # {label: fields that are what they were before}


def until(batch):
    """The instant from which it can no longer be undone; None while it is not finished."""
    return batch.finished_at and batch.finished_at + UNDO_FOR


def check_undoable(batch, *, by=None, at=None):
    """Refusal where its time is over, or where `by` may not import such a file."""
    if by and not by.has_perm(importer_of(batch.kind).may):
        raise Refusal(_("You may not import such a file, and not undo one."))
    if batch.finished_at and (at or now()) >= until(batch):
        raise Refusal(_("An import can be undone for 30 days. These are over."))


def check_worth_it(batch, undoing):
    """Refusal where nothing would be taken back, so that the undo can still be had later."""
    if undoing.goes or undoing.back or not undoing.stays:
        return
    if later_than(batch):
        raise Refusal(_("A later import changed these records: undo that one first."))
    raise Refusal(_("Nothing would be taken back: all of it has lived on. It stays as it is."))


def undoable(batch) -> Undoing:
    """What undoing would do now, without writing; of an undone import, what undoing it did."""
    if batch.undone_at:
        return Undoing(**batch.undone)
    stays = stays_of(batch)
    goes, stay = Counter(), {}
    for model in _made_models():
        here = model._base_manager.filter(batch=batch).order_by()
        whys = _whys(here, stays, model)
        stay[model._meta.label_lower] = whys
        goes[model._meta.label_lower] = here.count() - sum(whys.values())
    return Undoing(
        _some(goes),
        _some(stay),
        _some({each.model._meta.label_lower: to_take_back(each, stays) for each in _remembered()}),
    )


def undo(batch, *, by, at=None) -> Undoing:
    """Undo the import, whole or not at all. Twice is once: the second call returns what was done.

    `by` is None for a command. Refusal as in `check_undoable`, while the import is running, and
    where somebody began to work on what would go in the same moment.
    """
    try:
        with transaction.atomic(), told(undone=batch.pk):
            locked = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
            if not locked.undone_at:
                check_undoable(locked, by=by, at=at)
                with alone(locked.fingerprint):
                    _undo(locked, by, at or now())
    except IntegrityError as clash:
        raise Refusal(_("Somebody worked on these records just now. Try again.")) from clash
    batch.refresh_from_db()
    return Undoing(**batch.undone)


def _undo(batch, by, at):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _hold_still(batch)
    stays = stays_of(batch)
    stay = {
        model._meta.label_lower: _whys(model._base_manager.filter(batch=batch), stays, model)
        for model in _made_models()
    }
    with mending("undo_import", by=by, batch=batch) as journal:
        goes = {made.model._meta.label_lower: _delete(journal, made, stays) for made in all_made()}
        back = {made.model._meta.label_lower: take_back(made, stays) for made in _remembered()}
        _release(journal, stays)
    undone = Undoing(_some(goes), _some(stay), _some(back))
    check_worth_it(batch, undone)
    settle_all()
    batch.undone_at, batch.undone_by = at, by
    batch.finished_at = batch.finished_at or at  # the same file begins anew
    batch.undone = asdict(undone)
    batch.save(update_fields=["undone_at", "undone_by", "finished_at", "undone"])


def _hold_still(batch):
    """Nobody begins to work on a record of the import from here on."""
    for model in reversed(_made_models()):
        rows = model._base_manager.filter(batch=batch).order_by("pk")
        with connection.cursor() as cursor:
            statement, values = rows.values("pk").select_for_update().query.sql_with_params()
            cursor.execute(f"SELECT count(*) FROM ({statement}) held", values)


def _delete(journal, made, stays):
    """Delete the batch's rows of one model, and put right what was worked out from them."""
    model, kept = made.model, stays.of(made.model)
    if not has_batch(model):
        return 0
    rows = model._base_manager.filter(batch=journal.batch).exclude(pk__in=kept).order_by()
    settling = [(verb, list(of(rows))) for of, verb in made.settles]
    gone = list(rows.values_list("pk", flat=True)) if remembers(model) else []
    for other, key in made.along:
        theirs = other._base_manager.filter(**{f"{key}__batch": journal.batch})
        journal.delete_rows(theirs.exclude(**{f"{key}__in": kept}))
    with _unremembered(model):
        deleted = journal.delete(model, but=kept)
    if gone:
        events = model.pgh_event_model.objects.filter(pgh_obj_id__in=gone)
        journal.delete_rows(events)
    for verb, keys in settling:
        if keys:
            verb(keys)
    return deleted


@contextmanager
def _unremembered(model):
    """What goes with an import leaves no memory, so that none has to be written first."""
    ending = f"{model._meta.label}:delete_delete"
    with pgtrigger.ignore(ending) if remembers(model) else nullcontext():
        yield


def _release(journal, stays):
    """The rows of what is gone are new when the file comes again; rows of other files that this
    one said anew are read again."""
    batch = journal.batch
    rows = ImportedRow.objects.filter(batch=batch)
    kept = kept_of(batch.kind, stays)
    journal.delete_rows(rows.exclude(made__in=kept, made__isnull=False) if kept else rows)
    ImportedRow.objects.filter(said_by=batch).update(digest="", said_by=None)


def _whys(rows, stays: Stays, model):
    """{why: how many} of the batch's rows that stay."""
    whys = stays.whys(model)
    keys = rows.filter(pk__in=list(whys)).order_by().values_list("pk", flat=True) if whys else []
    return dict(Counter(whys[key] for key in keys))


def _made_models():
    return [made.model for made in all_made() if has_batch(made.model)]


def _remembered():
    return [made for made in all_made() if remembers(made.model)]


def _some(counts):
    return {label: count for label, count in counts.items() if count}
