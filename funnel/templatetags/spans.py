"""Spans as people say them: of working time, and since a moment."""

from datetime import timedelta

from django import template
from django.utils.translation import gettext as _

from funnel.race import since
from funnel.templatetags.funnel import NOTHING, duration, number

register = template.Library()
HOUR = timedelta(hours=1)


@register.filter
def working(span):
    """Working time: "23 min", "2 h 10", "4 h", "31 h"; never in days, which have no fixed hours."""
    if span is None:
        return NOTHING
    minutes = round(span.total_seconds() / 60)
    if minutes < 24 * 60 and (minutes < 60 or minutes % 60):
        return duration(span)
    return _("%s h") % number(round(span / HOUR))


@register.filter
def ago(at):
    """How long it is ago: "4 s", "3 minutes"."""
    return since(at)
