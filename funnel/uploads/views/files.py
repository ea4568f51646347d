from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import form_page, refusals_on, sent
from funnel.imports.registry import importers_for
from funnel.listing import paged
from funnel.models import UploadState
from funnel.uploads.actions.asking import decide
from funnel.uploads.actions.receiving import receive, receive_pasted
from funnel.uploads.content import reshape
from funnel.uploads.forms.file import SEPARATORS, FileForm, ShapeForm
from funnel.uploads.queries import found, visible
from funnel.uploads.views.steps import steps_of


def may_import(request):
    """What the reader may import. 403 where that is nothing."""
    importers = importers_for(request.user)
    if not importers:
        raise PermissionDenied
    return importers


def index(request):
    importers = may_import(request)
    uploads = visible(request.user).exclude(state=UploadState.THROWN)
    context = {
        "page": paged(request, uploads),
        "labels": {each.kind: each.label for each in importers},
    }
    return render(request, "imports/import_list.html", context)


def create(request):
    importers = may_import(request)
    first = request.GET.get("kind", importers[0].kind)
    form = FileForm(
        request.POST or None,
        request.FILES or None,
        importers=importers,
        initial={"kind": first},
    )

    def act(values):
        if values["file"]:
            upload = receive(values["kind"], values["file"], by=request.user)
        else:
            upload = receive_pasted(values["kind"], values["text"], by=request.user)
        return reverse("funnel:import_file", args=[upload.pk])

    words = {"back": reverse("funnel:imports"), "back_label": _("Imports")}
    return form_page(request, form, act, "imports/import_new.html", **words)


def show(request, pk):
    """How the file was read: its sheet, encoding, separator and first rows."""
    upload = found(request, pk)
    if not upload.is_open:
        return redirect(upload)
    now = {name: getattr(upload, name) for name in ("sheet", "encoding", "separator", "heading")}
    form = ShapeForm(sent(request), upload=upload, initial=now)
    if form.is_valid():
        with refusals_on(form):
            reshape(decide(upload, by=request.user), **form.cleaned_data)
            return redirect("funnel:import_file", upload.pk)
    context = {
        "upload": upload,
        "form": form,
        "steps": steps_of(upload, 1),
        "separator": SEPARATORS.get(upload.shape.get("separator"), ""),
    }
    status = 422 if form.errors else 200
    return render(request, "imports/import_file.html", context, status=status)
