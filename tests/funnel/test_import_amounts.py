"""Amounts as the column says they are written; nothing is guessed."""

from decimal import Decimal

import pytest

from funnel.imports.amounts import amounts
from funnel.imports.asking import FormatAsked, form_of
from funnel.imports.cells import BadCell
from funnel.imports.fields import Field, Kind
from funnel.imports.signs import bare
from funnel.refusal import Refusal

WORTH = Field("amount", "amount", Kind.AMOUNT)


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        ("1000.50", "1000.5"),
        ("1000,50", "1000,50"),
        ("1,000.50", "1,000.50"),
        ("1.000,50", "1.000,5"),
        ("1 000,50", "1\u00a0000,50"),
        ("1'000.50", "1’000.50"),
    ],
)
def test_one_amount_in_every_format(form, cell):
    assert amounts(form)(cell) == Decimal("1000.5")


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        ("1,000.50", "1.000,50"),
        ("1.000,50", "10.00,50"),
        ("1000.50", "NaN"),
        ("1000.50", "1e309"),
        ("1000.50", "Infinity"),
        ("1000.50", "pieces 5"),
        ("1000.50", "XQQ 5"),
        ("1000.50", "(5"),
        ("1000.50", "-(5)"),
        ("1000.50", "€5 $"),
        ("1000.50", "١٠٠"),
        ("1000.50", "1" * 12),
    ],
)
def test_a_cell_that_is_no_such_number_is_bad(form, cell):
    with pytest.raises(BadCell):
        amounts(form)(cell)


def test_what_is_no_format_is_refused():
    with pytest.raises(Refusal, match="not a number format"):
        amounts("0.00")


def test_a_column_of_thousands_or_decimals_is_asked_about():
    with pytest.raises(FormatAsked, match="1.500 as 1000.50 or 1500 as 1.000,50"):
        form_of(WORTH, "worth", ["12", "1.500"])


def test_plain_numbers_need_no_format():
    assert form_of(WORTH, "worth", ["12", "1500.5", "n/a"]) == "1000.50"


@pytest.mark.parametrize(
    ("form", "cell", "amount", "currency"),
    [
        ("1.000,50", "1.234,50 €", "1234.50", "EUR"),
        ("1,000.50", "€1,234.50", "1234.50", "EUR"),
        ("1000.50", "EUR 10.00", "10", "EUR"),
        ("1000.50", "10.00 chf", "10", "CHF"),
        ("1000.50", "$10", "10", "USD"),
        ("1000.50", "($5.00)", "-5", "USD"),
        ("1000.50", "-£5", "-5", "GBP"),
        ("1 000,50", "1\u202f234,50\u00a0€", "1234.50", "EUR"),
        ("1,000.50", "US$1,000.00", "1000", "USD"),
        ("1000,50", "5,00-", "-5", None),
        ("1000.50", "(5.00)", "-5", None),
    ],
)
def test_a_sign_or_a_code_of_money_may_stand_at_it(form, cell, amount, currency):
    assert amounts(form)(cell) == Decimal(amount)
    assert next(iter(bare(cell)[1]), None) == currency


def test_signed_amounts_are_asked_about_like_others():
    assert form_of(WORTH, "worth", ["EUR 10.00", "$10", "(5.00)"]) == "1000.50"
    with pytest.raises(FormatAsked) as asked:
        form_of(WORTH, "worth", ["1.234,50 €"])
    assert asked.value.readings == ["1.000,50"]
