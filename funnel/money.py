"""Money: Decimal, a currency and a rate frozen when the fact is written."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from babel.core import get_global
from babel.numbers import get_currency_precision, list_currencies
from django.utils.translation import gettext as _

from funnel.refusal import Refusal

CURRENCIES = frozenset(list_currencies())
BEYOND = Decimal(10) ** 11  # a column of money has eleven digits before its point


def tender():
    """The codes of the currencies that are paid with somewhere today, in order."""
    used = (use for uses in get_global("territory_currencies").values() for use in uses)
    return sorted({code for code, _start, end, paid in used if end is None and paid})


def digits(currency):
    """How many digits of `currency` stand behind its point: 2 for EUR, 0 for JPY, 3 for KWD."""
    return get_currency_precision(currency)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """`amount` to the currency's own digits (2 for EUR, 0 for JPY, 3 for KWD), half up."""
    digit = Decimal(1).scaleb(-digits(currency))
    return amount.quantize(digit, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Frozen:
    """An amount as it was agreed, and what it was worth in the organisation's currency then."""

    amount: Decimal | None
    currency: str
    rate: Decimal
    base_amount: Decimal | None


def freeze(amount, currency, base_currency, rate=None) -> Frozen:
    """Freeze `amount` at `rate` (base units for one unit of `currency`).

    An unknown amount (None) stays unknown. Refusal for an unknown currency, for a rate that is
    not above 0, for a foreign currency without a rate, and from a hundred thousand million on.
    """
    if currency not in CURRENCIES:
        raise Refusal(_("%s is not a currency.") % currency, field="currency")
    if currency == base_currency:
        rate = Decimal(1)
    if rate is None:
        raise Refusal(
            _("Give the rate: what one %(one)s is worth in %(base)s.")
            % {"one": currency, "base": base_currency},
            field="rate",
        )
    if rate <= 0:
        raise Refusal(_("A rate is above 0."), field="rate")
    if amount is None:
        return Frozen(None, currency, rate, None)
    frozen = Frozen(
        rounded(amount, currency), currency, rate, rounded(amount * rate, base_currency)
    )
    if max(abs(frozen.amount), abs(frozen.base_amount)) >= BEYOND:
        raise Refusal(_("That is more than can be written down here."), field="amount")
    return frozen
