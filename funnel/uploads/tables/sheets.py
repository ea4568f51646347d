"""The sheets of a spreadsheet: XLSX, XLS or ODS."""

import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from funnel.uploads.limits import (
    ARCHIVE_FILES,
    MEMORY,
    MOST_PACKED,
    SECONDS,
    SHEETS,
    UNPACKED_BYTES,
    UNSUSPECTED_BYTES,
)
from funnel.uploads.tables import unpacking
from funnel.uploads.tables.table import Table, pieces_of

MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def sheets(path, name, folder):
    """The Tables of the spreadsheet at `path`, unpacked into `folder`, which has to outlast them.

    Refusal where it cannot be read, is locked, or holds more than an honest one does.
    """
    _check_archive(path, name)
    command = [sys.executable, unpacking.__file__, str(path), str(folder), str(SHEETS)]
    try:
        ended = subprocess.run(
            command, preexec_fn=_bounded, timeout=SECONDS, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(name) from error
    if ended.returncode == unpacking.LOCKED:
        words = _("%s is locked with a password. Save it without one.")
        raise Refusal(words % name, field="file")
    if ended.returncode == unpacking.UNREADABLE:
        words = _("%s cannot be read as a spreadsheet. Open it and save it once more.")
        raise Refusal(words % name, field="file")
    if ended.returncode:
        raise _too_much(name)
    names = json.loads((Path(folder) / "names.json").read_text())
    return [
        Table(sheet, pieces_of(Path(folder) / f"{number}.csv"))
        for number, sheet in enumerate(names)
    ]


def _bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _check_archive(path, name):
    """Look at what the archive says of itself before anything is unpacked."""
    with path.open("rb") as file:
        if file.read(4) != MARKS[0]:
            return
        try:
            entries = zipfile.ZipFile(file).infolist()
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise Refusal(_("%s is damaged.") % name, field="file") from error
    size, packed = (sum(getattr(e, n) for e in entries) for n in ("file_size", "compress_size"))
    bomb = size > UNSUSPECTED_BYTES and size > MOST_PACKED * packed
    if len(entries) > ARCHIVE_FILES or size > UNPACKED_BYTES or bomb:
        raise _too_much(name)


def _too_much(name):
    words = _("%s holds far too much to be opened here. Save the sheet as CSV.")
    return Refusal(words % name, field="file")
