from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from funnel.http import renewed
from funnel.imports.registry import importer_of
from funnel.models import UploadState
from funnel.uploads.actions.asking import repair, unrepair
from funnel.uploads.actions.working import far
from funnel.uploads.queries import found
from funnel.uploads.views.checking import have_checked
from funnel.uploads.views.steps import steps_of

CHANGES_SHOWN = 5
DROPPED = {
    "drop": gettext_lazy("%(label)s: kept as a note where it cannot be (%(reason)s)"),
    "undated": gettext_lazy("%(label)s: the day of the import, time not known (%(reason)s)"),
}


def show(request, pk):
    """What the import would do: all rows are checked, nothing is written yet."""
    upload = found(request, pk)
    if not upload.is_open:
        return redirect(upload)
    if upload.state == UploadState.CHOOSING:
        if upload.trouble:
            messages.error(request, upload.trouble)
        return redirect("funnel:import_columns", upload.pk)
    if request.htmx and not upload.is_busy:
        return renewed()
    importer = importer_of(upload.kind)
    changes = upload.told.get("changes", [])
    every = "all" in request.GET
    context = {
        "upload": upload,
        "importer": importer,
        "steps": steps_of(upload, 4),
        "counts": upload.told.get("counts", {}),
        "groups": _groups(upload),
        "choices": _choices(importer),
        "changes": changes if every else changes[:CHANGES_SHOWN],
        "every": every,
        "far": far(upload),
    }
    context["coming"] = _coming(context["counts"])
    part = "imports/preview/_checking.html" if request.htmx else "imports/import_preview.html"
    return render(request, part, context)


@require_POST
def mend(request, pk):
    """One repair for all the rows of a group; then all is checked again."""
    upload = found(request, pk)
    if upload.state != UploadState.CHECKED:
        return redirect(upload)
    group = _group(upload, request.POST.get("group", ""))  # None: it is repaired already
    how = request.POST.get("how")
    if group is None:
        return redirect(upload)
    if how == "value":
        _mean(request, upload, group)
    elif how in DROPPED:
        words = DROPPED[how] % {"label": group["label"], "reason": group["reason"]}
        told = {"field": group["field"], "hint": group["hint"], "count": group["count"]}
        repair(upload, by=request.user, how=how, words=words, **told)
    elif how == "leave":
        rows = _numbers(upload, group)
        words = _("Left out: %s") % group["reason"]
        repair(upload, by=request.user, how="leave", rows=rows, words=words, count=len(rows))
    have_checked(upload)
    return redirect("funnel:import_preview", upload.pk)


@require_POST
def leave_all(request, pk):
    upload = found(request, pk)
    if upload.state != UploadState.CHECKED:
        return redirect(upload)
    rows = list(upload.bad_rows.values_list("number", flat=True))
    words = _("Left out: all that need repair")
    repair(upload, by=request.user, how="leave", rows=rows, words=words, count=len(rows))
    have_checked(upload)
    return redirect("funnel:import_preview", upload.pk)


@require_POST
def unmend(request, pk, number):
    upload = found(request, pk)
    if upload.state == UploadState.CHECKED:
        unrepair(upload, number, by=request.user)
        have_checked(upload)
    return redirect("funnel:import_preview", upload.pk)


def row(request, pk, number):
    """One row whose cells are typed anew."""
    upload = found(request, pk)
    if upload.state != UploadState.CHECKED:
        return redirect(upload)
    bad = get_object_or_404(upload.bad_rows, number=number)
    header = upload.shape["header"]
    if request.method == "POST":
        cells = {
            str(index): request.POST.get(f"c{index}", "")[:10_000] for index in range(len(header))
        }
        before = dict(enumerate(bad.cells))
        cells = {index: cell for index, cell in cells.items() if cell != before.get(int(index), "")}
        cells |= {str(index): "" for index in range(len(header), len(bad.cells))}
        if cells:
            words = _("Row %d typed anew") % number
            repair(
                upload, by=request.user, how="cells", row=number, cells=cells, words=words, count=1
            )
            have_checked(upload)
        return redirect("funnel:import_preview", upload.pk)
    texts = [*bad.cells, *[""] * len(header)][: len(header)]
    context = {
        "upload": upload,
        "bad": bad,
        "cells": [(index, name, texts[index]) for index, name in enumerate(header)],
        "steps": steps_of(upload, 4),
    }
    return render(request, "imports/import_row.html", context)


def _mean(request, upload, group):
    """Each value of the group that was given a meaning means it from here on."""
    for place, (value, count) in enumerate(group["values"]):
        meant = request.POST.get(f"means{place}", "").strip()
        if meant and meant != value:
            words = _("%(label)s: “%(value)s” means “%(meant)s”")
            told = {"label": group["label"], "value": value, "meant": meant}
            more = {"field": group["field"], "cell": value, "means": meant, "count": count}
            repair(upload, by=request.user, how="value", words=words % told, **more)


def _groups(upload):
    """(place, group) of each; `values` tell too what a repair said they mean, which cannot be
    either."""
    meant = {(r["field"], r["cell"]): r["means"] for r in upload.repairs if r["how"] == "value"}
    return [
        (
            place,
            group
            | {"values": [(v, n, meant.get((group["field"], v), "")) for v, n in group["values"]]},
        )
        for place, group in enumerate(upload.told.get("groups", []))
    ]


def _group(upload, place):
    groups = upload.told.get("groups", [])
    return groups[int(place)] if place.isdigit() and int(place) < len(groups) else None


def _numbers(upload, group):
    return [
        bad.number
        for bad in upload.bad_rows.all()
        if any((p["field"], p["hint"]) == (group["field"], group["hint"]) for p in bad.problems)
    ]


def _choices(importer):
    return {field.name: list(field.choices.choices) for field in importer.fields if field.choices}


def _coming(counts):
    """The words of the button."""
    rows = counts.get("created", 0) + counts.get("updated", 0)
    bad = counts.get("errors", 0)
    if not rows:
        return ""
    words = ngettext("Import %d row", "Import %d rows", rows) % rows
    return words if not bad else _("%(words)s, repair %(bad)d later") % {"words": words, "bad": bad}
