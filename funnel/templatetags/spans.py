"""Spans as people say them: of working time, and since a moment."""

from datetime import timedelta

from django import template
from django.utils.translation import gettext as _

from funnel.race import since
from funnel.templatetags.funnel import NOTHING, duration, number

register = template.Library()
A_DAY = timedelta(hours=23, minutes=59, seconds=30)


@register.filter
def working(span):
    """Working time: "23 min", "2 h 10", "31 h"; never in days, which have no fixed hours."""
    if span is None or span < A_DAY:
        return NOTHING if span is None else duration(span)
    return _("%s h") % number(round(span / timedelta(hours=1)))


@register.filter
def ago(at):
    """How long it is ago: "4 s", "3 minutes"."""
    return since(at)
