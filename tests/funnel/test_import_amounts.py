"""Amounts as the column says they are written; nothing is guessed."""

from decimal import Decimal

import pytest

from funnel.imports.amounts import amounts
from funnel.imports.asking import FormatAsked, form_of
from funnel.imports.cells import BadCell
from funnel.imports.fields import Field, Kind
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
        ("1000.50", "EUR 5"),
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
