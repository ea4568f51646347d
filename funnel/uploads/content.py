"""What the chosen table of an upload holds, on disk for as long as somebody reads it."""

import hashlib
import tempfile
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.cells import clean, readable
from funnel.imports.records import Broken
from funnel.imports.registry import importer_of
from funnel.imports.shape import shape_of
from funnel.models import UploadState
from funnel.refusal import Refusal
from funnel.uploads.guessing import knows
from funnel.uploads.limits import ROWS

SHOWN = 8
SAMPLES = 200  # records that a column's samples are taken from
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": gettext_lazy("Windows, western (1252)"),
    "cp1250": gettext_lazy("Windows, central European (1250)"),
    "cp1251": gettext_lazy("Windows, Cyrillic (1251)"),
    "cp1253": gettext_lazy("Windows, Greek (1253)"),
    "cp1254": gettext_lazy("Windows, Turkish (1254)"),
    "iso8859-15": gettext_lazy("Latin 9 (ISO 8859-15)"),
    "mac_roman": gettext_lazy("Macintosh, western"),
    "cp437": gettext_lazy("DOS (437)"),
    "shift_jis": gettext_lazy("Japanese (Shift JIS)"),
    "gb18030": gettext_lazy("Chinese (GB 18030)"),
}


@contextmanager
def shape_on_disk(upload):
    """The Shape of the upload's table; its file is there until the block ends.

    Refusal where it cannot be one, or where what it held is not kept any more.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with path.open("wb") as file:
            for data in _parts(upload):
                file.write(data)
        if not path.stat().st_size:
            raise Refusal(_("What this file held is not kept any more. Bring it again."))
        importer = importer_of(upload.kind)
        yield shape_of(
            path,
            importer.begins,
            lambda names: knows(importer, names),
            called=upload.file_name,
            encoding=upload.encoding,
            separator=upload.separator,
            heading=upload.heading,
        )


def reshape(upload, **stated):
    """Read the table anew, with what is stated of sheet, encoding and separator. Writes what its
    columns are; what was said about them before holds no more where they differ."""
    for name, value in stated.items():
        setattr(upload, name, value)
    with shape_on_disk(upload) as shape:
        told = _told(shape)
    if told["rows"] > ROWS:
        words = _("%(name)s has %(rows)d rows; here it may be %(most)d. The command takes more.")
        told = {"name": upload.file_name, "rows": told["rows"], "most": ROWS}
        raise Refusal(words % told, field="file")
    key = _key(upload.kind, told["header"])
    if key != upload.shape_key:
        upload.mapping = {}
    upload.shape, upload.shape_key, upload.repairs = told, key, []
    upload.state, upload.told, upload.trouble = UploadState.CHOOSING, {}, ""
    upload.save()


def samples_of(shape):
    """[the different cells that say something, among its first records] of each column."""
    found = [{} for _name in shape.header]
    for _number, cells in islice(shape.records(), SAMPLES):
        for column, cell in zip(found, _cells(cells), strict=False):
            if cell:
                column.setdefault(cell, None)
    return [list(column) for column in found]


def _told(shape):
    first, rows = [], 0
    for number, cells in shape.records():
        rows += 1
        if len(first) < SHOWN:
            first.append([number, *(cell[:80] for cell in _cells(cells))])
    return {
        "encoding": shape.encoding,
        "separator": shape.separator,
        "header": list(shape.header),
        "first": first,
        "rows": rows,
    }


def _cells(cells):
    said = [cells.line] if isinstance(cells, Broken) else cells
    return [readable(clean(cell)) for cell in said]


def _key(kind, header):
    return hashlib.blake2b("\x1f".join([kind, *header]).encode(), digest_size=16).hexdigest()


def _parts(upload):
    rows = upload.parts.filter(sheet=upload.sheet).values_list("data", flat=True)
    return (bytes(data) for data in rows.iterator(chunk_size=4))
