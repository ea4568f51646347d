from itertools import groupby

from django import template

from funnel.calendars.queries import week_of
from funnel.calendars.typed import told
from funnel.models import Weekday

register = template.Library()


@register.filter
def weekly(calendar):
    """The hours of a calendar as [(days, hours)]: ("Monday – Friday", "08:00–12:00")."""
    days = zip(Weekday, week_of(calendar), strict=True)
    alike = ((spans, [day.label for day, _ in run]) for spans, run in groupby(days, lambda d: d[1]))
    return [(_run(labels), told(spans)) for spans, labels in alike if spans]


def _run(labels):
    return f"{labels[0]} – {labels[-1]}" if labels[1:] else labels[0]
