"""Which tables hold the sample, found by their columns, so that a new noun goes with the rest."""

from django.apps import apps
from django.db.models import CASCADE, Q


def marked():
    """The models whose rows say whether they are sample, each before those it refers to."""
    pending = [model for model in _own() if has_sample(model)]
    ordered = []
    while pending:
        free = [model for model in pending if not _referring(pending, model)]
        ordered += free
        pending = [model for model in pending if model not in free]
    return ordered


def hanging():
    """The rows without a mark of their own that go with a sample row: a person's keys, a book's
    prices, who is in a team. One queryset per model."""
    parents = {model: _parents(model) for model in _own() if not has_sample(model)}
    return [
        model._base_manager.filter(_any(f"{parent}__sample" for parent in names))
        for model, names in parents.items()
        if names
    ]


def histories():
    """The models that remember the rows of marked and of hanging ones."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def has_sample(model):
    return any(field.name == "sample" for field in model._meta.concrete_fields)


def _own():
    """Every model with a table of its own that is not the memory of another."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and not hasattr(model, "pgh_tracked_model")
    ]


def _referring(models, model):
    return [
        other
        for other in models
        if other is not model
        for field in other._meta.concrete_fields
        if field.related_model is model
    ]


def _parents(model):
    """The names of the keys to marked models without which a row of `model` cannot be."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation
        and field.remote_field.on_delete is CASCADE
        and has_sample(field.related_model)
    ]


def _any(conditions):
    wanted = Q(pk__in=[])
    for condition in conditions:
        wanted |= Q(**{condition: True})
    return wanted
