from decimal import Decimal as D

import pytest

from funnel.money import freeze, rounded
from funnel.refusal import Refusal


@pytest.mark.parametrize(
    ("amount", "currency", "kept"),
    [
        ("2.345", "EUR", "2.35"),
        ("2.5", "JPY", "3"),
        ("1.0005", "KWD", "1.001"),
        ("-0.005", "EUR", "-0.01"),
    ],
)
def test_money_has_its_currencys_own_digits(amount, currency, kept):
    assert rounded(D(amount), currency) == D(kept)


def test_a_foreign_amount_keeps_its_rate_and_its_worth():
    frozen = freeze(D("10"), "USD", "EUR", D("0.9137"))
    assert (frozen.amount, frozen.rate, frozen.base_amount) == (D("10.00"), D("0.9137"), D("9.14"))


def test_an_unknown_amount_stays_unknown():
    assert freeze(None, "EUR", "EUR").base_amount is None


@pytest.mark.parametrize(
    ("currency", "rate", "why"),
    [("XXQ", None, "not a currency"), ("USD", None, "Give the rate"), ("USD", D(0), "above 0")],
)
def test_money_that_cannot_be_compared_is_refused(currency, rate, why):
    with pytest.raises(Refusal, match=why):
        freeze(D(1), currency, "EUR", rate)
