"""What one of something cost, which cannot be read without how many there were."""

from dataclasses import dataclass
from decimal import Decimal
from math import exp, factorial, sqrt

from funnel.ratio import Z_95

TAIL = 0.025  # on either side
FEW = 10  # below this many the approximation of the lower limit is too rough


@dataclass(frozen=True)
class Cost:
    """`spent`, in the organisation's currency, on `count`. All None where either is 0: without
    money written down, or without anybody, there is no price."""

    spent: Decimal
    count: int

    @property
    def each(self):
        return self.spent / self.count if self.spent and self.count else None

    @property
    def limits(self):
        """(low, high) of `each` at 95 %: the money is known, the count one draw of a Poisson."""
        if self.each is None:
            return None, None
        fewest, most = poisson_limits(self.count)
        return self.spent / Decimal(most), self.spent / Decimal(fewest)

    @property
    def low(self):
        return self.limits[0]

    @property
    def high(self):
        return self.limits[1]


def poisson_limits(count):
    """The 95 % limits of a Poisson mean of which `count`, above 0, was seen.

    Exact below FEW (Garwood 1936, Biometrika 28:437), else Byar's approximation, within 0.3 % of it
    (Rothman & Boice 1979, Epidemiologic Analysis with a Programmable Calculator, p. 29).
    """
    if count >= FEW:
        return _byar(count, -1), _byar(count + 1, 1)
    low = _mean(lambda mean: 1 - _at_most(count - 1, mean) < TAIL, count)
    return low, _mean(lambda mean: _at_most(count, mean) > TAIL, count)


def _byar(count, sign):
    return count * (1 - 1 / (9 * count) + sign * Z_95 / (3 * sqrt(count))) ** 3


def _at_most(count, mean):
    return exp(-mean) * sum(mean**seen / factorial(seen) for seen in range(count + 1))


def _mean(is_too_small, count):
    """Where `is_too_small` ends, found by halving."""
    low, high = 0.0, count + 20.0
    for _time in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_too_small(middle) else (low, middle)
    return high
