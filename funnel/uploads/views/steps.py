"""The five steps of an import, as the head of each of their pages shows them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.imports.registry import importer_of
from funnel.models import UploadState


@dataclass(frozen=True)
class Step:
    number: int
    label: str
    url: str  # blank where it cannot be opened yet
    done: bool
    current: bool


def steps_of(upload, here):
    """The five Steps; `here` is the number of the one that is shown."""
    importer = importer_of(upload.kind)
    same = _("Same person?") if importer.brings_people else _("Same row?")
    labels = [_("File"), _("Columns"), same, _("Preview"), _("Run")]
    routes = ["import_file", "import_columns", "import_rules", "import_preview", ""]
    reached = _reached(upload)
    return [
        Step(
            number,
            label,
            reverse(f"funnel:{route}", args=[upload.pk])
            if route and upload.is_open and number <= reached
            else "",
            done=number < reached and number != here,
            current=number == here,
        )
        for number, (label, route) in enumerate(zip(labels, routes, strict=True), 1)
    ]


def _reached(upload):
    if not upload.is_open:
        return 5
    if upload.told or upload.state != UploadState.CHOOSING:
        return 4
    return 3 if upload.mapping else 2
