"""What files may be imported; each wing that takes rows registers its importer when it is ready."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field
from funnel.models import Batch
from funnel.permissions import Can
from funnel.refusal import Refusal


@dataclass(frozen=True)
class Preset:
    """What the columns are called in one program's export: {field: names, the likeliest first}."""

    key: str
    label: str
    columns: dict


@dataclass(frozen=True)
class Task:
    """What holds for every row of one import."""

    batch: Batch
    source: str  # the name of where the rows' own ids come from
    options: dict
    fields: frozenset  # those that have a column, or a value for the blank cell
    dropped: frozenset = frozenset()  # (field, hint): its value, where it cannot be so, is blank
    undated: frozenset = frozenset()  # those whose instant, where a row says none, is the import's
    policies: dict = field(default_factory=dict)  # {field: policy} of those that state one
    preview: bool = False  # rows tell what they change

    @property
    def at(self) -> datetime:
        """When a row happened that does not say so."""
        return self.batch.started_at


class Importer(Protocol):
    kind: str  # "leads"; also the first half of the rows' keys
    label: str  # "People and leads": what a file of it holds
    told: str  # what one of its rows is, and what becomes of it, in a sentence
    may: Can  # what one must be allowed to do to import it
    fields: tuple[Field, ...]
    options: dict  # name: the values it may have, the default first
    needs: tuple = ()  # sets of fields; of each at least one has to have a column or a value
    one_of: str = gettext_lazy("Say which column tells who somebody is: one of %s.")  # of a set
    undated: tuple = ()  # fields of an instant that a row may lack: then its time is not known
    called: dict = {}  # {field: other names that its column is known by, in small letters}
    presets: tuple[Preset, ...] = ()
    policies: tuple = ()  # fields whose value on a record that is here a row may say anew
    keeps_notes: bool = True  # whether what a row's columns say beside is written anywhere
    brings_people: bool = False  # then somebody has to say where the right to write to them is from
    same: str = ""  # how a row is known again, in a sentence
    effects: str = ""  # what else happens when it is imported, and what does not, in a sentence
    asked: dict = {}  # {option: (its label, {value: label})}
    keyed_by: tuple = (("source_id",),)  # sets of fields; the first that a row has all of names it
    apart: tuple = ()  # fields that, where a row has them, tell it from another so named
    adds: tuple = ()  # amounts that add up over the rows of one file that are so named
    alike: tuple = ()  # and what such rows have to say alike

    def label_of(self, name):
        return next(field.label for field in self.fields if field.name == name)

    def judge(self, row):
        """Refuse a row that, whatever is here, cannot be; called as soon as it is read."""

    def begins(self, names: tuple) -> bool:
        """Whether these are the names of columns: above them a file may say what it is about."""
        return True

    def passes_over(self, cells: list) -> bool:
        """Whether a line of the file is none of its rows: a sum at its end."""
        return False

    def implied(self, columns: dict) -> dict:
        """{field: {cell: meaning}} that the names of the file's columns tell beside; by field."""
        return {}

    def owners_of(self, batch) -> dict:
        """{a user's key: how many of the batch's records are theirs}; nobody's are not counted."""
        return {}

    def check(self, fields: set):
        """Raise Refusal where the mapped fields are not enough: `needs` says which are."""
        lacking = [names for names in self.needs if not names & fields]
        for names in lacking:
            if len(names) > 1:
                raise Refusal(self.one_of % ", ".join(sorted(names)))
        if lacking:
            names = sorted(name for names in lacking for name in names)
            raise Refusal(_("Say which columns hold these: %s.") % ", ".join(names))

    def write(self, rows: list, task: Task):
        """Give each row its outcome, in sets. `made` is given on rows that were imported before.

        Called in a transaction; what it raises undoes the whole chunk.
        """


_importers = {}


def register(importer: Importer):
    _importers[importer.kind] = importer


def importer_of(kind) -> Importer:
    return _importers[kind]


def importers_for(user) -> list[Importer]:
    """What `user` may import, in the order in which the wings registered it."""
    return [each for each in _importers.values() if user.has_perm(each.may)]
