from django.shortcuts import redirect, render

from funnel.http import sent
from funnel.imports.registry import importer_of
from funnel.uploads.actions.asking import decide
from funnel.uploads.forms.rules import RulesForm
from funnel.uploads.guessing import export_of
from funnel.uploads.queries import found, owners, sources
from funnel.uploads.views.checking import have_checked
from funnel.uploads.views.steps import steps_of


def edit(request, pk):
    """How a row is known again, what it may change, and whose the new records are."""
    upload = found(request, pk)
    if not upload.is_open or not upload.mapping:
        return redirect(upload)
    importer = importer_of(upload.kind)
    people = owners()
    if not any(email == request.user.email for email, _name in people):
        people = [("", "—"), *people]
    mapping = upload.mapping
    values = mapping.get("values", {})
    if "owner" not in values:
        mapping = mapping | {"values": values | {"owner": {"": request.user.email}}}
    if "source" not in mapping and (export := export_of(importer, upload.shape["header"])):
        mapping = mapping | {"source": export.key}  # the ids of its records are the program's
    form = RulesForm(
        sent(request),
        importer=importer,
        mapping=mapping,
        owners=people,
        permission=upload.permission,
    )
    if form.is_bound and form.is_valid():
        permission = form.cleaned_data.get("permission", "").strip()
        upload = decide(
            upload, by=request.user, mapping=form.mapping(upload.mapping), permission=permission
        )
        have_checked(upload)
        return redirect("funnel:import_preview", upload.pk)
    context = {
        "upload": upload,
        "importer": importer,
        "form": form,
        "sources": sources(),
        "steps": steps_of(upload, 3),
    }
    status = 422 if form.errors else 200
    return render(request, "imports/import_rules.html", context, status=status)
