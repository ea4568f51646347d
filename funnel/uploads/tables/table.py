"""The tables that a file holds, each as text in columns, whatever the file was."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

PIECE = 1 << 20


@dataclass(frozen=True)
class Table:
    name: str
    pieces: Iterator[bytes]  # of at most PIECE


def pieces_of(path):
    with path.open("rb") as file:
        yield from _pieces(file)


def written(rows):
    """Rows of text as pieces of CSV in UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    file = io.BytesIO(text.getvalue().encode("utf-8", "replace"))
    yield from _pieces(file)


def _pieces(file):
    return iter(lambda: file.read(PIECE), b"")
