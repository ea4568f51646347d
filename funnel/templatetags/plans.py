"""Shares of a whole, how far what came is from what was planned, and months by name."""

from babel.numbers import format_decimal
from django import template

from funnel.months import month_name
from funnel.templatetags.funnel import THIN, locale

register = template.Library()


@register.filter
def signed(share):
    """A difference as a share of the plan: "+14 %", "−6 %", "0 %"."""
    points = round(float(share) * 100)
    sign = ("+" if points > 0 else "−") if points else ""
    return f"{sign}{format_decimal(abs(points), locale=locale())}{THIN}%"


@register.filter
def points(share):
    """A share of 0 to 1 in whole percent: "86 %"."""
    return f"{format_decimal(round(float(share) * 100), locale=locale())}{THIN}%"


register.filter(month_name)


@register.filter
def times(factor):
    """A factor with one digit: "2.4"."""
    return format_decimal(round(factor, 1), format="0.0", locale=locale())


@register.filter
def rounded(value):
    """A count that is expected, not seen: with one digit below 10, else whole."""
    return format_decimal(round(value, 1 if value < 10 else 0), locale=locale())
