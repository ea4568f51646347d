"""A file is brought: what it holds is kept, nothing of it is written."""

import re
import tempfile
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Upload, UploadPart
from funnel.plain import plain
from funnel.refusal import Refusal
from funnel.uploads.content import reshape
from funnel.uploads.limits import FILE_BYTES, PASTED_LETTERS
from funnel.uploads.tables.of_file import tables_of


def receive(kind, file, *, by, sample=False):
    """Keep what an uploaded `file` (name, size, chunks) holds. Returns the Upload.

    Refusal, on the field `file`, where it is too large, empty, or no table can be read from it.
    """
    if file.size > FILE_BYTES:
        words = _("%(name)s is larger than %(most)d MB. The command takes files of any size.")
        raise Refusal(words % {"name": _named(file), "most": FILE_BYTES >> 20}, field="file")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brought"
        with path.open("wb") as copy:
            copy.writelines(file.chunks())
        return _kept(kind, path, _named(file), by, sample)


def receive_pasted(kind, text, *, by):
    """Keep rows that were pasted, columns apart by tabs as spreadsheets give them."""
    if len(text) > PASTED_LETTERS:
        raise Refusal(
            _("That is too much to paste. Save it as a file and bring that."), field="text"
        )
    if not text.strip():
        raise Refusal(_("There is nothing in it."), field="text")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brought"
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        return _kept(kind, path, _("Pasted rows"), by, False)


@transaction.atomic
def _kept(kind, path, name, by, sample):
    upload = Upload(kind=kind, file_name=name, by=by, sample=sample)
    with tempfile.TemporaryDirectory() as folder:
        tables = tables_of(path, name, Path(folder))
        upload.sheets = [plain(table.name)[:100] for table in tables]
        upload.save()
        for sheet, table in enumerate(tables):
            _keep(upload, sheet, table)
    if not upload.parts.exists():
        raise Refusal(_("%s is empty.") % name, field="file")
    _choose_first_that_holds(upload, len(tables))
    return upload


def _keep(upload, sheet, table):
    for number, piece in enumerate(table.pieces):
        UploadPart.objects.create(upload=upload, sheet=sheet, number=number, data=piece)


def _choose_first_that_holds(upload, sheets):
    """Stand on the first sheet that is a table. Refusal where none is."""
    refusal = None
    for sheet in range(sheets):
        try:
            reshape(upload, sheet=sheet)
            return
        except Refusal as no:
            refusal = refusal or no
    raise Refusal(refusal.message if refusal else _("There is no sheet in it."), field="file")


def _named(file):
    name = re.split(r"[\\/]", file.name or "")[-1]
    return plain(name).strip()[:255] or _("File without a name")
