"""Months as their first days."""

from calendar import monthrange
from datetime import date

from babel.dates import format_date

from funnel.templatetags.funnel import locale


def first_of(day: date):
    return day.replace(day=1)


def last_of(month: date):
    return month.replace(day=monthrange(month.year, month.month)[1])


def after(month: date, count=1):
    """The month `count` months later, or earlier below 0."""
    number = month.year * 12 + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def months_between(first: date, last: date):
    """Every month that has a day from `first` to `last`."""
    month, found = first_of(first), []
    while month <= last:
        found.append(month)
        month = after(month)
    return found


def months_of(year):
    return [date(year, number, 1) for number in range(1, 13)]


def month_name(month: date):
    """ "November 2026" in the reader's language."""
    return format_date(month, "LLLL y", locale=locale())
