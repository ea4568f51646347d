"""Which settings tell who changed them; each department registers its own when it is ready."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from funnel.models import (
    Absence,
    Holiday,
    Organisation,
    Reason,
    RoleScope,
    Team,
    User,
    WorkCalendar,
    WorkHours,
)


def plainly(row, names):
    return str(row)


@dataclass(frozen=True)
class Setting:
    """One kind of remembered record, and how its changes are put into words.

    `told` is {field: () -> (value -> {part: words})}, for values that are lists or dicts; asked for
    once per page. `called` names a row; `names(field, key)` does the records that it refers to.
    """

    model: type
    called: Callable = plainly
    without: tuple = ()  # fields that tell nobody anything
    labels: dict = field(default_factory=dict)  # {field: words}, where its own say too little
    told: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """Rows that are told as a change of that which they belong to; `of` is the key that says to
    which."""

    model: type
    of: str
    word: str
    called: Callable = plainly


SETTINGS = [Setting(each) for each in (Organisation, RoleScope, Reason, Team, WorkCalendar, User)]
PARTS = [
    Part(WorkHours, "calendar", _("Hours")),
    Part(Holiday, "calendar", _("Holiday")),
    Part(Absence, "user", _("Absence")),
]


def register(*told):
    """Settings and Parts of another department."""
    for each in told:
        known = PARTS if isinstance(each, Part) else SETTINGS
        if each not in known:
            known.append(each)
