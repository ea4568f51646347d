"""What a column of a file may be for, and how its cells are read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from funnel.imports.amounts import PLAIN, amounts
from funnel.imports.cells import BadCell
from funnel.imports.dates import ISO, instants


class Kind(StrEnum):
    TEXT = "text"  # longer ones are cut
    ID = "id"  # longer ones are refused: cut, two could become one
    EMAIL = "email"
    INSTANT = "instant"
    AMOUNT = "amount"
    CHOICE = "choice"
    YES_NO = "yes or no"


YES = {"1", "yes", "y", "true", "t", "x", "on", "ja", "j", "wahr", "sim", "verdadeiro"}
YES |= {"sí", "si", "s", "verdadero", "active", "aktiv", "ativo", "activo"}
NO = {"0", "no", "n", "false", "f", "-", "off", "nein", "falsch", "não", "nao", "falso"}
NO |= {"inactive", "inaktiv", "inativo", "inactivo"}


@dataclass(frozen=True)
class Field:
    """`name` is what mappings call it, `choices` the TextChoices of a choice."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    longest: int = 200
    choices: type | None = None
    tidy: Callable = str  # what a cell says, before it is read as its kind
    further: Callable = lambda cell: ()  # what else it says of the same: kept beside the first
    check: Callable = lambda cell: None  # raises BadCell for a text that cannot be
    ahead: bool = False  # whether an instant may lie in the future


def reader(field: Field, form: str, zone: str, latest) -> Callable:
    """A function of a cell's text that returns its value or raises BadCell.

    `form` is the column's date or number format, blank for ISO 8601 and plain numbers; `latest` the
    instant that nothing may be after.
    """
    if field.kind == Kind.INSTANT:
        read = instants(form or ISO, zone)
        return read if field.ahead else _past(read, latest)
    if field.kind == Kind.AMOUNT:
        return amounts(form or PLAIN)
    if field.kind == Kind.EMAIL:
        return _email
    if field.kind == Kind.CHOICE:
        return _choice(field.choices)
    if field.kind == Kind.YES_NO:
        return _yes_no
    if field.kind == Kind.ID:
        return _short(field.longest)
    return _text(field.longest, field.check)


def _past(read, latest):
    def past(cell):
        moment = read(cell)
        if moment > latest:
            raise BadCell(_("%s lies in the future.") % cell[:40], _("Correct the date."))
        return moment

    return past


def _email(cell):
    try:
        validate_email(cell)
    except ValidationError as error:
        raise BadCell(
            _("%s is not an e-mail address.") % cell[:80], _("Correct it, or leave the cell empty.")
        ) from error
    if len(cell) > 254:
        raise BadCell(_("The e-mail address is too long."), _("Leave the cell empty."))
    return cell


def _choice(choices):
    known = {str(word).lower(): each for each in choices for word in (each.value, each.label)}

    def read(cell):
        if cell.lower() not in known:
            raise BadCell(
                _("%s is none of the choices.") % cell[:40],
                _("Write one of: %s.") % ", ".join(choices.values),
            )
        return known[cell.lower()].value

    return read


def _yes_no(cell):
    low = cell.lower()
    if low not in YES and low not in NO:
        raise BadCell(
            _("%(cell)s is neither yes nor no.") % {"cell": cell[:40]}, _("Write yes or no.")
        )
    return low in YES


def _short(longest):
    def read(cell):
        if len(cell) > longest:
            raise BadCell(
                _("This is longer than %d characters.") % longest, _("Is this the right column?")
            )
        return cell

    return read


def _text(longest, check):
    def read(cell):
        check(cell)
        return cell[:longest]

    return read
