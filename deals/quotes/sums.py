"""What the lines of a quote come to."""

from dataclasses import dataclass
from decimal import Decimal

from funnel.money import rounded


@dataclass(frozen=True)
class Totals:
    net: Decimal
    tax: Decimal

    @property
    def total(self):
        return self.net + self.tax


def reckon(lines, *, currency, tax_percent):
    """What `lines` come to, each rounded by itself, the tax on their sum."""
    net = sum((worth(line, currency) for line in lines), Decimal(0))
    return Totals(rounded(net, currency), rounded(net * tax_percent / 100, currency))


def worth(line, currency):
    full = line.quantity * line.price.amount
    return rounded(full * (100 - line.discount_percent) / 100, currency)
