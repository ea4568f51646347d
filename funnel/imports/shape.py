"""What a file is before anybody has said anything about it: bytes, encoding, separator, header."""

import codecs
import csv
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from funnel.imports.cells import clean, readable
from funnel.imports.heading import NO_HEADER, above_of, always, header, stated
from funnel.imports.records import Broken, records
from funnel.refusal import Refusal

PIECE = 1 << 20
UNREAD, FOREIGN = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f]")
STATED = re.compile("\ufeff?sep=([,;\t|])", re.IGNORECASE)  # how Excel names it, above the table
SEPARATORS = ",;\t|"
MOST_COLUMNS = 300
FOREWORD = 20  # records in which the header is looked for
MARKS = [  # how a file's first bytes name its encoding
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
SPREADSHEET = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
OUR_ERRORS = ("row", "column", "value", "reason", "hint")  # how a file of errors begins


@dataclass(frozen=True)
class Shape:
    """`header` are the names of the columns in their order, `skip` the cells before them."""

    path: Path
    digest: str
    encoding: str
    separator: str
    header: tuple
    skip: int = 0
    above: int = 0  # records above the header that only say what the file is about
    called: str = ""  # what its people call the file, where its path is another

    @property
    def name(self):
        return self.called or self.path.name

    def records(self):
        """(number, cells or Broken) of each record below the header.

        Numbers are those of a spreadsheet, which counts empty lines too.
        """
        found = enumerate(records(self.path, self.encoding, self.separator), 1)
        said = filter(lambda each: _says_something(each[1]), found)
        if self.above != NO_HEADER:
            next(islice(said, self.above, None))
        for number, cells in found:
            yield number, cells if isinstance(cells, Broken) else cells[self.skip :]


def shape_of(
    path, begins=always, titled=always, *, called="", encoding="", separator="", heading=None
):
    """Read a file's shape. Refusal, in one line, when it is not a table of text.

    `called` is the name that it is told by; `encoding` and `separator` are found unless stated.

    `begins(names)` knows the names of columns: the header is the first of the file's first records
    that it knows, else the first of all. Below a title, alone in its row, it has to have several
    names of which `titled(names)` knows one. `heading` states it: a row as a spreadsheet counts,
    or 0 where the file has none and its columns are called by their places.
    """
    path, name = Path(path), called or path
    try:
        digest, found = _all_bytes(path, name)
        encoding = encoding or found
        separator = separator or _separator(path, encoding)
        found = enumerate(records(path, encoding, separator), 1)
        said = filter(lambda each: _says_something(each[1]), found)
        numbered = list(islice(said, max(FOREWORD, heading or 0)))
    except OSError as error:
        words = {"path": name, "why": error.strerror}
        raise Refusal(_("%(path)s cannot be read: %(why)s.") % words) from error
    first = [cells for _number, cells in numbered]
    above = above_of(numbered, begins, titled) if heading is None else stated(numbered, heading)
    names = _names(header(first, above), name)
    skip = len(OUR_ERRORS) if names[: len(OUR_ERRORS)] == OUR_ERRORS else 0
    apart = _told_apart(names[skip:])
    return Shape(path, digest, encoding, separator, apart, skip, above, called)


def _all_bytes(path, name):
    """The digest of the whole file and the encoding that its text is in."""
    digest, guess = hashlib.sha256(), Guess()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            guess.add(piece)
    if guess.first.startswith(SPREADSHEET):
        raise Refusal(_("%s is a spreadsheet or an archive. Save it as CSV.") % name)
    return digest.hexdigest(), guess.encoding()


class Guess:
    """The encoding of bytes that come in pieces: a mark, else UTF-16, UTF-8, Windows."""

    def __init__(self):
        self.first = b""
        self.good = self.bad = 0
        self.utf8 = codecs.getincrementaldecoder("utf-8")("surrogateescape")

    def add(self, piece):
        self.first = self.first or piece[:4096]
        text = self.utf8.decode(piece)
        if not text.isascii():
            bad = len(UNREAD.findall(text))
            self.bad += bad
            self.good += len(FOREIGN.findall(text)) - bad

    def encoding(self):
        for mark, encoding in MARKS:
            if self.first.startswith(mark):
                return encoding
        even, odd = self.first[::2].count(0), self.first[1::2].count(0)
        if max(even, odd) > len(self.first) / 5:
            return "utf-16-le" if odd > even else "utf-16-be"
        return "utf-8" if self.good >= self.bad else "cp1252"


def _separator(path, encoding):
    """The separator that makes the most columns of the header; a comma where none does.

    That is the first line, or the first of several columns where it has one only.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        said = (line for line in iter(lambda: file.readline(PIECE), "") if line.strip())
        lines = list(islice(said, FOREWORD))
    if lines and (said := STATED.match(lines[0])):
        return said[1]
    wide = (line for line in lines if any(_width(line, each) > 1 for each in SEPARATORS))
    line = next(wide, "")
    return max(SEPARATORS, key=lambda separator: _width(line, separator))


def _width(line, separator):
    try:
        return len(next(csv.reader([line], delimiter=separator), ()))
    except csv.Error:
        return 0


def _says_something(cells):
    return isinstance(cells, Broken) or any(cell.strip("\ufeff\x00 \t") for cell in cells)


def _names(header, path):
    if header is None:
        raise Refusal(_("%s is empty.") % path)
    if isinstance(header, Broken):
        raise Refusal(_("The first line of %s cannot be read as column names.") % path)
    if len(header) > MOST_COLUMNS:
        raise Refusal(_("%s has more than %d columns.") % (path, MOST_COLUMNS))
    return tuple(readable(clean(name))[:200] for name in header)


def _told_apart(names):
    """A name for each column: one without is called by its place, equal ones are numbered."""
    names = [name or _("column %d") % place for place, name in enumerate(names, 1)]
    often, seen, apart = Counter(names), Counter(), []
    for name in names:
        seen[name] += 1
        apart.append(f"{name} ({seen[name]})" if often[name] > 1 else name)
    return tuple(apart)
