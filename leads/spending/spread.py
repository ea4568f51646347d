"""The money of a span of days, spread evenly over them."""

from datetime import timedelta

from babel.numbers import get_currency_precision
from django.db.models import DateField, DecimalField, F, Func, IntegerField, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least, Round

from funnel.models import Organisation

DAY = timedelta(days=1)


class Days(Func):
    """From one day to another, as PostgreSQL subtracts dates."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()


def spent_by(day, digits):
    """SQL expression: what of a SpendEntry's base_amount is spent when `day` is over.

    After k of n days that is the amount times k/n, rounded to the currency's digits. So the parts
    of its days differ by one unit at most, and all of them add up to exactly the amount.
    """
    whole = Days(Coalesce("until", "on"), F("on")) + 1
    gone = Greatest(0, Least(whole, Days(Value(day, DateField()), F("on")) + 1))
    part = F("base_amount") * gone / whole
    return Round(part, precision=digits, output_field=DecimalField(max_digits=14, decimal_places=3))


def spent_between(first, last, *, digits=None):
    """SQL expression: what of an entry falls on the days from `first` to `last`, both included."""
    digits = currency_digits() if digits is None else digits
    return spent_by(last, digits) - spent_by(first - DAY, digits)


def spent_until(entries, day):
    """The sum of what of `entries` is spent when `day` is over; the rest is committed."""
    return _sum(entries, spent_by(day, currency_digits()))


def spent_in(entries, first, last):
    """The sum of what of `entries` falls on the days from `first` to `last`, both included."""
    return _sum(entries.filter(on__lte=last), spent_between(first, last))


def currency_digits(organisation=None):
    """How many digits the organisation's currency has: 2 for EUR, 0 for JPY."""
    return get_currency_precision((organisation or Organisation.current()).currency)


def _sum(entries, part):
    return entries.order_by().aggregate(sum=Sum(part))["sum"] or 0
