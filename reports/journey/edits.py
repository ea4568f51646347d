"""Which fields people changed: of the person, the lead and its deals."""

from datetime import date
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from funnel.history import changes_of
from funnel.models import User
from funnel.templatetags.funnel import day, money
from reports.journey.events import CAP, EDIT, MARKETING, SALES, Event

LEAD = ("owner_id", "seller_id", "campaign_id", "channel_id", "product_id", "kind", "words")
PERSON = ("name", "email", "phone", "company_id")
DEAL = ("name", "owner_id", "team_id", "amount", "currency", "expected_on")


def edits(lead, deals):
    """The edits of fields people fill in; what a verb keeps up to date by itself is left out."""
    changed = [
        *_told([lead], LEAD, MARKETING),
        *_told([lead.person], PERSON, MARKETING),
        *_told(deals, DEAL, SALES),
    ]
    names, records = _names(changed), {deal.pk: deal for deal in deals}
    by = {change.by_id for change, _field, _side in changed}
    authors = dict(User.objects.filter(pk__in=by).values_list("pk", "name"))
    return [
        Event(
            at=change.at,
            side=side,
            kind=EDIT,
            sign="edit",
            title=_("%s changed") % capfirst(str(field.verbose_name)),
            rank=11,
            by=authors.get(change.by_id, ""),
            words=" → ".join(
                _shown(names.get(field, {}), field, value, records.get(change.of))
                for value in (change.was, change.became)
            ),
        )
        for change, field, side in changed
    ]


def _told(records, fields, side):
    """(Change, field, side) of what a person changed; loading a sample is nobody's edit."""
    by_name = {field.attname: field for record in records for field in record._meta.fields}
    return [
        (change, by_name[change.field], SALES if change.field == "seller_id" else side)
        for change in changes_of(records)[:CAP]
        if change.field in fields and (change.by_id or not records[0].sample)
        if change.field != "seller_id" or None not in (change.was, change.became)  # by an answer
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


def _shown(names, field, value, deal):
    if value is None or value == "":
        return "–"
    if field.is_relation:
        return str(names.get(value, "–"))
    if isinstance(value, Decimal):
        return money(value, deal.currency)
    if isinstance(value, date):
        return day(value)
    return str(dict(field.flatchoices).get(value, value))
