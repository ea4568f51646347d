"""Dates of a climb, as narrow as a column of them needs."""

from babel.dates import format_date, format_skeleton
from django import template
from django.utils.timezone import localtime

from funnel.templatetags.funnel import NOTHING, locale

register = template.Library()


@register.filter
def short_day(at):
    """An aware datetime in the reader's zone: "19 Nov", "19 Nov 2025" of another year."""
    if at is None:
        return NOTHING
    here = localtime(at)
    if here.year == localtime().year:
        return format_skeleton("MMMd", here, locale=locale())
    return format_date(here, "medium", locale=locale())


@register.filter
def scale(factor):
    """The factor of a scale: 5.8, 12."""
    return f"{factor:.1f}" if factor < 10 else f"{factor:.0f}"
