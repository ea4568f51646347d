"""Who changed which setting, in the words people read."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from funnel.history import WHOLE, as_it_was, latest
from funnel.models import (
    Absence,
    HeldRole,
    Holiday,
    Membership,
    Organisation,
    Reason,
    RoleScope,
    Team,
    User,
    WorkCalendar,
    WorkHours,
)
from funnel.roles.words import ROLE_LABELS, SCOPES

KEPT = 200  # entries per kind of record; older ones stay in the database
SETTINGS = (Organisation, RoleScope, Reason, Team, WorkCalendar, User)
PARTS = (  # what is told as a change of that which it belongs to
    (WorkHours, "calendar", _lazy("Hours")),
    (Holiday, "calendar", _lazy("Holiday")),
    (Absence, "user", _lazy("Absence")),
)


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    what: str
    field: str  # "" where it was added or removed as a whole
    was: str
    became: str


def entries():
    """What people changed in the settings, newest first, at most KEPT per kind of record."""
    found = [entry for model in SETTINGS for entry in entries_about(model)]
    found += _placements(HeldRole, "group", _("Role"), ROLE_LABELS)
    found += _placements(Membership, "team", _("Team"), {})
    found += [entry for part in PARTS for entry in _part(*part)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def entries_about(model):
    """The entries about one kind of record; only what a person did, no file and no command."""
    changes = [change for change in latest(model, KEPT) if change.by_id]
    names = _names(change.by_id for change in changes)
    records = {pk: str(each) for pk, each in model._base_manager.in_bulk().items()}
    referred = _referred(model)
    return [
        Entry(
            change.at,
            names.get(change.by_id, ""),
            _called(model, records.get(change.of) or change.was or change.became),
            _label(model, change.field),
            _shown(model, change.field, referred.get((change.field, change.was), change.was)),
            _shown(model, change.field, referred.get((change.field, change.became), change.became)),
        )
        for change in changes
    ]


def _placements(model, kind, word, labels):
    """Roles and teams that were given or taken, each an entry about the person."""
    events = model.pgh_event_model.objects.exclude(pgh_context=None)
    events = list(events.select_related("pgh_context").order_by("-pgh_id")[:KEPT])
    places = model._meta.get_field(kind).related_model.objects.in_bulk()
    people = _names([event.user_id for event in events])
    authors = _names(event.pgh_context.metadata.get("user") for event in events)
    found = []
    for event in events:
        place = places.get(getattr(event, f"{kind}_id"))
        label = str(labels.get(str(place), place or _("removed since")))
        was, became = ("", label) if event.pgh_label == "insert" else (label, "")
        author = authors.get(event.pgh_context.metadata.get("user"), "")
        whom = people.get(event.user_id, _("removed since"))
        found.append(Entry(event.pgh_created_at, author, whom, word, was, became))
    return [entry for entry in found if entry.who]


def _part(model, of, word):
    """Rows of `model`, each an entry about the record its key `of` names."""
    events = model.pgh_event_model.objects.exclude(pgh_context=None)
    events = list(events.select_related("pgh_context").order_by("-pgh_id")[:KEPT])
    wholes = model._meta.get_field(of).related_model.objects.in_bulk()
    authors = _names(event.pgh_context.metadata.get("user") for event in events)
    there = model.objects.in_bulk({event.pgh_obj_id for event in events})
    after = {pk: str(each) for pk, each in there.items()}
    found = []
    for event in events:
        row = str(as_it_was(event, model))
        was = "" if event.pgh_label == "insert" else row
        became = "" if event.pgh_label == "delete" else after.get(event.pgh_obj_id, row)
        after[event.pgh_obj_id] = was
        whole = wholes.get(getattr(event, f"{of}_id"))
        about = _called(type(whole), str(whole)) if whole else _("removed since")
        author = authors.get(event.pgh_context.metadata.get("user"), "")
        found.append(Entry(event.pgh_created_at, author, about, str(word), was, became))
    return [entry for entry in found if entry.who]


def _referred(model):
    """{(field, key): what it is called} of every record that a record of `model` may name."""
    fields = [field for field in model._meta.concrete_fields if field.is_relation]
    return {
        (field.attname, pk): str(record)
        for field in fields
        for pk, record in field.related_model._base_manager.in_bulk().items()
    }


def _names(keys):
    keys = {key for key in keys if key}
    return dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))


def _called(model, name):
    if model is RoleScope:
        return _("How far a role sees: %s") % ROLE_LABELS.get(name.split(":")[0], name)
    return _("%(kind)s: %(name)s") % {"kind": capfirst(model._meta.verbose_name), "name": name}


def _label(model, field):
    return capfirst(model._meta.get_field(field).verbose_name) if field != WHOLE else ""


def _shown(model, field, value):
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if model is RoleScope and value in set(SCOPES):
        return str(SCOPES[value])
    choices = dict(model._meta.get_field(field).flatchoices) if field != WHOLE else {}
    return str(choices.get(value, value))
