"""What a loaded sample says, without its keys: two equal years have equal digests."""

import hashlib
import re
from datetime import date

from django.apps import apps
from django.db import transaction

from reports.demo.year import load

LAST = date(2026, 6, 30)
# Nobody may foresee these.
LEFT_TO_CHANCE = {"token", "password", "key_digest", "key_begins", "submission_id"}
NUMBERED = re.compile(r"\bform \d+\b|-\d+(?=')|'(?:id|text|rule)': \d+")  # by their keys


def digest(**how):
    """Load a year, say what it is, and take it back."""
    with transaction.atomic():
        load(until=LAST, **how)
        told = sorted(line for model in sampled() for line in _lines(model))
        transaction.set_rollback(True)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def sampled():
    """The models that say of each row whether it is of the sample."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ("funnel", "leads", "deals")
        and any(field.name == "sample" for field in model._meta.fields)
        and not model._meta.proxy
        and not hasattr(model, "pgh_tracked_model")
    ]


def times(model):
    """The latest value of each time of a model's sample rows: {field: datetime}."""
    for field in model._meta.fields:
        if field.get_internal_type() == "DateTimeField":
            rows = model.objects.filter(sample=True).exclude(**{field.name: None})
            yield field.name, rows.order_by(f"-{field.name}").values_list(field.name, flat=True)[:1]


def _lines(model):
    columns = [
        field.attname
        for field in model._meta.concrete_fields
        if not field.is_relation and not field.primary_key and field.name not in LEFT_TO_CHANCE
    ]
    people = [
        f"{field.name}__email"
        for field in model._meta.concrete_fields
        if field.is_relation and any(f.name == "email" for f in field.related_model._meta.fields)
    ]
    for row in model.objects.filter(sample=True).values_list(*columns, *people):
        yield NUMBERED.sub("form", f"{model._meta.label} {row}")
