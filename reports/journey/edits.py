"""Which fields people changed: of the person, the lead and its deals."""

from django.utils.text import capfirst

from funnel.history import changes_of
from funnel.models import User
from reports.journey.events import CAP, EDIT, MARKETING, SALES, Event

LEAD = ("owner_id", "campaign_id", "channel_id", "product_id", "kind", "words")
PERSON = ("name", "email", "phone", "company_id")
DEAL = ("name", "owner_id", "team_id", "amount", "currency", "expected_on")


def edits(lead, deals):
    """The edits of fields people fill in; what a verb keeps up to date by itself is left out."""
    changed = [
        *_told([lead], LEAD, MARKETING),
        *_told([lead.person], PERSON, MARKETING),
        *_told(deals, DEAL, SALES),
    ]
    names = _names(changed)
    authors = dict(
        User.objects.filter(pk__in={c.by_id for c, *_ in changed}).values_list("pk", "name")
    )
    return [
        Event(
            at=change.at,
            side=side,
            kind=EDIT,
            sign="edit",
            title=capfirst(str(field.verbose_name)),
            rank=11,
            by=authors.get(change.by_id, ""),
            words=f"{_shown(names, field, change.was)} → {_shown(names, field, change.became)}",
        )
        for change, field, side in changed
    ]


def _told(records, fields, side):
    """(Change, field, side) of what a person changed; loading a sample is nobody's edit."""
    by_name = {field.attname: field for record in records for field in record._meta.fields}
    return [
        (change, by_name[change.field], side)
        for change in changes_of(records)[:CAP]
        if change.field in fields and (change.by_id or not records[0].sample)
    ]


def _names(changed):
    """{field: {key: name}} of the records that changed foreign keys point at."""
    keys = {}
    for change, field, _side in changed:
        if field.is_relation:
            keys.setdefault(field, set()).update({change.was, change.became} - {None})
    return {
        field: field.related_model._base_manager.in_bulk(found) for field, found in keys.items()
    }


def _shown(names, field, value):
    if value is None or value == "":
        return "–"
    if field.is_relation:
        return str(names[field].get(value, "–"))
    return str(dict(field.flatchoices).get(value, value))
