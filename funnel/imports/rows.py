"""One row of a file on its way in."""

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a row. The values are the keys of an import's counts."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ERROR = "errors"


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be imported; `field` is blank where it is the whole row."""

    field: str
    reason: str
    hint: str = ""


@dataclass(slots=True)
class Row:
    """`values` holds what was read, by field; blank cells are not in it."""

    number: int  # as a spreadsheet counts: the header is row 1
    cells: list
    values: dict = field(default_factory=dict)
    note: str = ""  # what the columns kept as a note say, a line each
    problems: list = field(default_factory=list)
    outcome: Outcome | None = None
    flagged: bool = False
    made: int | None = None  # the record's key, known before writing or not
    digest: str = ""

    def get(self, name, default=""):
        return self.values.get(name, default)

    def refuse(self, name, reason, hint=""):
        self.problems.append(Problem(name, str(reason), str(hint)))
        self.outcome = Outcome.ERROR

    def settle(self, outcome, made):
        self.outcome, self.made = outcome, made

    @property
    def key(self):
        """The row's own id, else what it says."""
        return self.get("source_id") or self.digest


def digest_of(values, note):
    said = [f"{name}={_plain(value)}" for name, value in values.items()]
    return hashlib.blake2b("\x1f".join([*said, note]).encode(), digest_size=16).hexdigest()


def _plain(value):
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value
