"""How far what came is from what was planned."""

from babel.numbers import format_decimal
from django import template

from funnel.templatetags.funnel import THIN, locale

register = template.Library()


@register.filter
def signed(share):
    """A difference as a share of the plan: "+14 %", "−6 %", "0 %"."""
    points = round(float(share) * 100)
    sign = ("+" if points > 0 else "−") if points else ""
    return f"{sign}{format_decimal(abs(points), locale=locale())}{THIN}%"
