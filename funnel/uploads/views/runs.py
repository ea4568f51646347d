import csv

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import back_with, renewed
from funnel.imports.cells import inert
from funnel.imports.later import later_than
from funnel.imports.registry import importer_of
from funnel.imports.shape import OUR_ERRORS
from funnel.imports.undoing import check_undoable, check_worth_it, undoable, until
from funnel.models import UploadState
from funnel.refusal import Refusal
from funnel.uploads.actions.asking import ask, hold, throw
from funnel.uploads.actions.working import far
from funnel.uploads.queries import found, told
from funnel.uploads.tasks import work_soon
from funnel.uploads.views.steps import steps_of


@require_POST
def start(request, pk):
    upload = found(request, pk)
    try:
        seen = request.POST.get("seen", "")
        asked = ask(upload, UploadState.RUNNING, of=[UploadState.CHECKED], seen=seen)
    except Refusal as refusal:
        return back_with(request, refusal.message, "funnel:import_preview", upload.pk)
    if asked:
        work_soon(asked)
    return redirect("funnel:import", upload.pk)


def show(request, pk):
    """How far it is, then what became of it."""
    upload = found(request, pk)
    if upload.is_open:
        return redirect(upload)
    if upload.state == UploadState.THROWN:
        return render(request, "imports/import_thrown.html", {"upload": upload}, status=410)
    if request.htmx and not upload.is_busy:
        return renewed()
    context = {
        "upload": upload,
        "importer": importer_of(upload.kind),
        "steps": steps_of(upload, 5),
        "counts": upload.batch.counts if upload.batch else {},
        "far": far(upload),
        "rows": upload.shape.get("rows", 0),
    }
    if upload.batch:
        context["until"] = until(upload.batch)
        context["undone"] = told(undoable(upload.batch)) if upload.batch.undone_at else None
    part = "imports/run/_progress.html" if request.htmx else "imports/import_detail.html"
    return render(request, part, context)


@require_POST
def pause(request, pk):
    hold(found(request, pk))
    return redirect("funnel:import", pk)


@require_POST
def resume(request, pk):
    asked = ask(found(request, pk), UploadState.RUNNING, of=[UploadState.PAUSED])
    if asked:
        work_soon(asked)
    return redirect("funnel:import", pk)


def undo(request, pk):
    """What would go, what would stay and why; then it is done."""
    upload = found(request, pk)
    if upload.state not in (UploadState.DONE, UploadState.UNDOING) or not upload.batch:
        return redirect(upload)
    undoing, later = undoable(upload.batch), later_than(upload.batch)
    try:
        check_undoable(upload.batch, by=request.user)
        if request.method == "POST":
            check_worth_it(upload.batch, undoing)
    except Refusal as refusal:
        return back_with(request, refusal.message, upload)
    if request.method == "POST":
        asked = ask(upload, UploadState.UNDOING, of=[UploadState.DONE])
        if asked:
            work_soon(asked)
        return redirect("funnel:import", pk)
    context = {
        "upload": upload,
        "steps": steps_of(upload, 5),
        "undoing": told(undoing),
        "later": [(batch, getattr(batch, "upload", None)) for batch in later],
        "vain": not (undoing.goes or undoing.back),
        "until": until(upload.batch),
    }
    return render(request, "imports/import_undo.html", context)


def problems(request, pk):
    """The rows that need repair, as a file that can be mended and brought again."""
    upload = found(request, pk)
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="errors-{upload.pk}.csv"'
    lines = csv.writer(answer)
    lines.writerow([*OUR_ERRORS, *map(inert, upload.shape.get("header", []))])
    for row, words, cells in _bad_rows(upload):
        lines.writerow([row, *map(inert, words), *map(inert, cells)])
    return answer


def destroy(request, pk):
    """Throw away what is being prepared, once it is asked for; what was imported stays."""
    upload = found(request, pk)
    if not upload.is_open:
        return redirect(upload)
    if request.method == "POST":
        throw(upload, by=request.user)
        messages.success(request, _("%s is gone; nothing of it was written.") % upload)
        return redirect("funnel:imports")
    context = {
        "question": _("Throw away %s?") % upload,
        "effect": _("What was said of its columns and rows goes too. Nothing of it was written."),
        "verb": _("Throw away"),
        "back": upload.get_absolute_url(),
        "kind": "danger",
    }
    return render(request, "components/_confirm_page.html", context)


def _bad_rows(upload):
    """(row, [column, value, reason, hint], cells) of each."""
    if upload.batch and not upload.is_open:
        for each in upload.batch.problems.iterator(chunk_size=2000):
            yield each.row, [each.column, each.value, each.reason, each.hint], each.cells
        return
    for bad in upload.bad_rows.iterator(chunk_size=2000):
        told = [
            " ".join(filter(None, (p[name] for p in bad.problems)))
            for name in ("field", "value", "reason", "hint")
        ]
        yield bad.number, told, bad.cells
