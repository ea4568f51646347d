"""Which rows point at a person, and how they are turned to another: of every floor, found by
their foreign keys, so that no floor above has to be imported."""

from leads.lead.models import Lead
from leads.people.models import MatchKey, Person
from leads.responses.models import CampaignResponse

ON_THEIR_OWN = (MatchKey, CampaignResponse)  # each has its own rule


def _is_memory(model):
    """What was remembered of a record stays that record's."""
    return hasattr(model, "pgh_tracked_model")


def pointing():
    """(model, name of its key to a person) of every noun that hangs on a person."""
    return [
        (relation.related_model, relation.field.name)
        for relation in Person._meta.related_objects
        if relation.related_model not in ON_THEIR_OWN and not _is_memory(relation.related_model)
    ]


def counts(person):
    """[(what, how many)] of what would move with `person`, the empty ones left out."""
    found = [
        (model._meta, model._base_manager.filter(**{name: person}).count())
        for model, name in [*pointing(), (CampaignResponse, "person"), (MatchKey, "person")]
    ]
    return [
        (str(of.verbose_name if number == 1 else of.verbose_name_plural), number)
        for of, number in found
        if number
    ]


def turn(journal, gone, kept):
    """Everything of `gone` is `kept`'s. Returns {table: [keys]} of what was turned."""
    turned = {}
    for model, name in pointing():
        rows = model._base_manager.filter(**{name: gone})
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        if keys:
            journal.update(model._base_manager.filter(pk__in=keys), **{name: kept})
            turned[model._meta.label] = keys
    return turned


def turn_back(journal, turned, gone, kept):
    """What was turned is `gone`'s again, and what has come to hang on their leads goes with it."""
    leads = turned.get(Lead._meta.label, [])
    for model, name in pointing():
        rows = model._base_manager.filter(**{name: kept})
        journal.update(rows.filter(pk__in=turned.get(model._meta.label, [])), **{name: gone})
        if leads and any(field.name == "lead" for field in model._meta.fields):
            journal.update(rows.filter(lead__in=leads), **{name: gone})
