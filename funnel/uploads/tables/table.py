"""The tables that a file holds, each as text in columns, whatever the file was."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

PIECE = 1 << 20


@dataclass(frozen=True)
class Table:
    name: str
    pieces: Iterator[bytes]


def pieces_of(path):
    with path.open("rb") as file:
        yield from iter(lambda: file.read(PIECE), b"")


def written(rows):
    """Rows of text as one piece of CSV in UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    yield text.getvalue().encode("utf-8", "replace")
