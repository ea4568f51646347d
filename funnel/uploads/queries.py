"""Reads of uploads, shaped for their pages."""

from django.apps import apps
from django.shortcuts import get_object_or_404

from funnel.imports.registry import importers_for
from funnel.models import ImportedRow, Upload, User
from funnel.permissions import Can


def visible(user):
    kinds = [each.kind for each in importers_for(user)]
    return Upload.objects.visible_to(user, kinds).select_related("by", "batch", "changed_by")


def found(request, pk):
    """The upload of that number, if its reader may see it; 404 for others."""
    return get_object_or_404(visible(request.user), pk=pk)


def owners():
    """[(e-mail, name)] of who may own what a file brings; first nobody in particular."""
    people = User.objects.filter(is_active=True).order_by("name")
    return [(user.email, user.name) for user in people if user.has_perm(Can.CAPTURE_LEADS)]


def sources():
    """Names under which rows' own ids are known already."""
    named = ImportedRow.objects.exclude(source="").order_by("source")
    return list(named.values_list("source", flat=True).distinct())


def told(undoing):
    """What an Undoing does, by records in words: [(name, goes, [(why, stays)], back)]."""
    labels = sorted({*undoing.goes, *undoing.stays, *undoing.back})
    return [
        (
            apps.get_model(label)._meta.verbose_name_plural,
            undoing.goes.get(label, 0),
            sorted(undoing.stays.get(label, {}).items()),
            undoing.back.get(label, 0),
        )
        for label in labels
    ]
