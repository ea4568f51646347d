"""The records of a file, one after the other, whatever its length and its faults."""

import csv
from collections import deque
from dataclasses import dataclass

LONGEST_LINE = 1 << 20
LONGEST_CELL = 1 << 16


@dataclass(frozen=True)
class Broken:
    """A line that is no record: its quotes do not match, or it is too long to be one."""

    line: str
    too_long: bool


def records(path, encoding, separator):
    """Yield a list of cells for each record, [] for an empty line, and Broken for a broken one.

    A broken line takes no other with it: reading goes on with the line after it.
    """
    csv.field_size_limit(LONGEST_CELL)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        lines = _Lines(file)
        while True:
            try:
                for cells in csv.reader(lines, delimiter=separator, strict=True):
                    lines.taken.clear()
                    yield cells
                return
            except csv.Error:
                first = lines.give_back()
                yield Broken(first, isinstance(first, _Cut))


class _Cut(str):
    """The beginning of a line that was too long to read."""

    __slots__ = ()


class _Lines:
    """Lines that remember which of them the record in hand has taken, to give them back."""

    def __init__(self, file):
        self.file, self.again, self.taken = file, deque(), []

    def __iter__(self):
        while line := self.again.popleft() if self.again else self._next():
            self.taken.append(line)
            if isinstance(line, _Cut):
                raise csv.Error
            yield line

    def give_back(self):
        """Return the first line of the record that failed; the others will be read again."""
        first, *others = self.taken
        self.again.extendleft(reversed(others))
        self.taken.clear()
        return first

    def _next(self):
        line = self.file.readline(LONGEST_LINE)
        if len(line) < LONGEST_LINE or line[-1] in "\r\n":
            return line
        while (more := self.file.readline(LONGEST_LINE)) and more[-1] not in "\r\n":
            pass
        return _Cut(line[:LONGEST_CELL])
