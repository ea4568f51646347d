"""Who changed which setting, in the words people read."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from funnel.changes.registry import PARTS, SETTINGS, Setting
from funnel.changes.wording import Wording, called, names_of
from funnel.history import as_it_was, changes, latest
from funnel.models import HeldRole, Membership, User
from funnel.roles.words import ROLE_LABELS

KEPT = 200  # entries per kind of record; older ones stay in the database


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
    found = [entry for setting in SETTINGS for entry in _entries(setting)]
    found += _placements(HeldRole, "group", _("Role"), ROLE_LABELS)
    found += _placements(Membership, "team", _("Team"), {})
    found += [entry for part in PARTS for entry in _part(part)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def entries_about(model):
    """The entries about one kind of record; only what a person did, no file and no command."""
    return _entries(Setting(model))


def entries_of(record):
    """The edits of one remembered record by people, newest first."""
    return _worded(Setting(type(record)), changes(record)[:KEPT])


def _entries(setting):
    names = names_of(setting.model)
    told = latest(setting.model, KEPT, called=lambda row: setting.called(row, names))
    return _worded(setting, told)


def _worded(setting, changes):
    """[Entry] of Changes that people made, as the setting tells them."""
    model, names = setting.model, names_of(setting.model)
    wording = Wording(setting, names)
    changes = [each for each in changes if each.by_id and each.field not in setting.without]
    if not changes:
        return []
    authors = _names(change.by_id for change in changes)
    rows = model._base_manager.in_bulk({change.of for change in changes})
    records = {pk: setting.called(row, names) for pk, row in rows.items()}
    return [
        Entry(
            change.at,
            authors.get(change.by_id, ""),
            called(model, records.get(change.of) or change.was or change.became),
            wording.label(change.field),
            *wording.both(change),
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


def _part(part):
    """Rows of a Part, each an entry about the record its key names."""
    model, names = part.model, names_of(part.model)
    events = model.pgh_event_model.objects.exclude(pgh_context=None)
    events = list(events.select_related("pgh_context").order_by("-pgh_id")[:KEPT])
    if not events:
        return []
    wholes = model._meta.get_field(part.of).related_model.objects.in_bulk()
    authors = _names(event.pgh_context.metadata.get("user") for event in events)
    there = model.objects.in_bulk({event.pgh_obj_id for event in events})
    after = {pk: part.called(each, names) for pk, each in there.items()}
    found = []
    for event in events:
        row = part.called(as_it_was(event, model), names)
        was = "" if event.pgh_label == "insert" else row
        became = "" if event.pgh_label == "delete" else after.get(event.pgh_obj_id, row)
        after[event.pgh_obj_id] = was
        whole = wholes.get(getattr(event, f"{part.of}_id"))
        about = called(type(whole), str(whole)) if whole else _("removed since")
        author = authors.get(event.pgh_context.metadata.get("user"), "")
        found.append(Entry(event.pgh_created_at, author, about, str(part.word), was, became))
    return [entry for entry in found if entry.who]


def _names(keys):
    keys = {key for key in keys if key}
    return dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
