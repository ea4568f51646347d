"""What leaves as a CSV file: a cell that somebody typed never starts a formula."""

import csv
from decimal import Decimal
from itertools import chain

from django.http import StreamingHttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell):
    """A value as the text of a cell; None is an empty one."""
    text = "" if cell is None else str(cell)
    is_number = isinstance(cell, int | float | Decimal)
    return f"'{text}" if text.startswith(FORMULA) and not is_number else text


def sheet(name, header, rows):
    """The answer that is downloaded as the file `name`, written row by row."""
    lines = csv.writer(Echo())
    text = (lines.writerow(map(safe, row)) for row in chain([header], rows))
    answer = StreamingHttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


class Echo:
    """A file that gives back what is written to it."""

    def write(self, text):
        return text
