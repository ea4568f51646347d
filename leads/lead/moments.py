"""When a set of leads is looked at: all at once, or each at its own moment."""

import json

from django.db.models import DateTimeField, Func, TextField, Value
from django.db.models.functions import Cast
from django.utils.timezone import now


def moment_of(at):
    """The expression of `at`: an instant, {lead's key: instant}, or None for now."""
    if not isinstance(at, dict):
        return Value(at or now(), DateTimeField())
    times = json.dumps({str(pk): each.isoformat() for pk, each in at.items()})
    return Func(
        Value(times, TextField()),
        Cast("pk", TextField()),
        arg_joiner="::jsonb ->> ",
        template="(%(expressions)s)::timestamptz",
        output_field=DateTimeField(),
    )
