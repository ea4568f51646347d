"""One row of a file on its way in."""

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _


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
    """`values` holds what was read, by field; blank cells are not in it.

    In a preview `changes` tells what the row does, and what it would have it: (who or what, field's
    label, now, after) each, all texts.
    """

    number: int  # as a spreadsheet counts: the header is row 1
    cells: list
    values: dict = field(default_factory=dict)
    note: str = ""  # what the columns kept as a note say, a line each
    problems: list = field(default_factory=list)
    outcome: Outcome | None = None
    flagged: bool = False  # it is kept though it is odd
    remarks: list = field(default_factory=list)  # what was done with it that nobody asked for
    made: int | None = None  # the record's key, known before writing or not
    digest: str = ""
    changes: list = field(default_factory=list)  # who, field, now and after, in a preview
    own: str = ""  # what names it whatever else it says: its own id, or the fields that do

    def get(self, name, default=""):
        return self.values.get(name, default)

    def refuse(self, name, reason, hint=""):
        self.problems.append(Problem(name, str(reason), str(hint)))
        self.outcome = Outcome.ERROR

    def flag(self, reason):
        """Keep it, and tell what is odd about it."""
        self.flagged = True
        self.remarks.append(str(reason))

    def miss(self, names):
        """Refuse it for those of the fields that it neither has nor has a problem with."""
        told = {problem.field for problem in self.problems}
        for name in names:
            if name not in self.values and name not in told:
                self.refuse(name, _("This is missing."), _("Fill it in."))

    def change(self, what, label, now, after):
        self.changes.append((str(what), str(label), str(now or ""), str(after)))

    def settle(self, outcome, made):
        self.outcome, self.made = outcome, made

    @property
    def key(self):
        """What names the row, else what it says."""
        return self.own or self.digest


def own_of(values, keyed_by, apart=()):
    """What names a row by the first of the sets of fields that it has whole; "" by none."""
    for names in keyed_by:
        if all(name in values for name in names):
            if len(names) > 1:
                names = (*names, *(name for name in apart if name in values))
            said = [str(_plain(values[name])) for name in names]
            return said[0] if len(said) == 1 else digest_of(dict(zip(names, said, strict=True)), "")
    return ""


def digest_of(values, note="", policies=None):
    """A row that has its way with a record that is here says more than the same without."""
    said = [f"{name}={_plain(value)}" for name, value in values.items()]
    said += [f"{name} {policy}" for name, policy in sorted((policies or {}).items())]
    return hashlib.blake2b("\x1f".join([*said, note]).encode(), digest_size=16).hexdigest()


def _plain(value):
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value
