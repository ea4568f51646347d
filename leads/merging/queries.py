from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.refusal import Refusal
from leads.lead.models import Lead
from leads.merging import episodes
from leads.merging.actions import FIELDS
from leads.merging.models import UNDO_FOR, Merge, Pair
from leads.merging.moving import counts
from leads.people.models import Person

VIEWS = {"open": _("To decide"), "apart": _("Not the same"), "merged": _("Merged")}


@dataclass(frozen=True)
class Field:
    """One line of the table of a merge; `differs` where somebody has to choose."""

    name: str
    label: str
    kept: str
    gone: str
    differs: bool
    chosen: str  # "kept" or "gone"


@dataclass(frozen=True)
class Plan:
    """What a merge of two would do, before it is done."""

    kept: Person
    gone: Person
    fields: list[Field]
    moves: list[tuple[str, int]]  # what of the younger record becomes the older's
    keys: int  # by how many keys both together are found
    stays: Lead | None  # of two open leads
    folded: Lead | None
    campaigns: int  # in which both have a row
    refused: str  # why it cannot be done, or ""
    until: datetime


def pairs(user, view):
    rows = Pair.objects.visible_to(user).standing()
    rows = rows.exclude(apart_at=None) if view == "apart" else rows.filter(apart_at=None)
    return rows.select_related("low__company", "high__company", "apart_by")


def merges(user):
    """The merges of people that `user` may see, the latest first."""
    seen = Merge.objects.filter(kept__in=Person.objects.visible_to(user))
    return seen.select_related("kept", "gone", "by", "undone_by")


def pairs_counted(user):
    return {
        "open": Pair.objects.visible_to(user).open().count(),
        "apart": pairs(user, "apart").count(),
        "merged": merges(user).count(),
    }


def maybe_same(person, user):
    """[(pair, the other person)] that `person` may be one with."""
    rows = Pair.objects.visible_to(user).open().filter(Q(low=person) | Q(high=person))
    rows = rows.select_related("low__company", "high__company")
    return [(row, row.high if row.low_id == person.pk else row.low) for row in rows]


def merges_into(person):
    """The merges that stand, of others into `person`, the latest first."""
    return Merge.objects.filter(kept=person, undone_at=None).select_related("by", "gone")


def plan(one, other, chosen=None):
    """The Plan of making `one` and `other` one person."""
    kept, gone = sorted((one, other), key=lambda person: person.pk)
    refused, both = "", None
    try:
        both = episodes.two_open(kept, gone)
    except Refusal as refusal:
        refused = refusal.message
    stays, folded = both or (None, None)
    theirs = kept.responses.values("campaign")
    return Plan(
        kept=kept,
        gone=gone,
        fields=[_field(name, kept, gone, chosen or {}) for name in FIELDS],
        moves=counts(gone),
        keys=kept.keys.count() + gone.keys.count(),
        stays=stays,
        folded=folded,
        campaigns=gone.responses.filter(campaign__in=theirs).count(),
        refused=refused,
        until=now() + UNDO_FOR,
    )


def _field(name, kept, gone, chosen):
    label = str(Person._meta.get_field(name).verbose_name).capitalize()
    ours, theirs = (str(getattr(each, name) or "") for each in (kept, gone))
    by_itself = "kept" if ours or not theirs else "gone"
    wanted = chosen.get(name)
    differs = bool(ours and theirs and ours != theirs)
    return Field(name, label, ours, theirs, differs, wanted if wanted else by_itself)
