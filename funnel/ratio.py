"""A rate that cannot be read without its denominator."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Ratio:
    """`part` of `whole`, both counts. Rate and 95 % limits are None where `whole` is 0."""

    part: int
    whole: int

    @property
    def rate(self):
        return self.part / self.whole if self.whole else None

    @property
    def limits(self):
        """(low, high), Wilson score interval (Wilson 1927, JASA 22:209), both within 0..1."""
        if not self.whole:
            return None, None
        n, p = self.whole, self.part / self.whole
        centre = p + Z_95**2 / (2 * n)
        spread = Z_95 * sqrt(p * (1 - p) / n + Z_95**2 / (4 * n * n))
        scale = 1 + Z_95**2 / n
        low = 0.0 if self.part == 0 else max(0.0, (centre - spread) / scale)
        high = 1.0 if self.part == n else min(1.0, (centre + spread) / scale)
        return low, high

    @property
    def low(self):
        return self.limits[0]

    @property
    def high(self):
        return self.limits[1]
