import pytest

from funnel.ratio import Ratio


def test_a_rate_without_a_denominator_is_unknown_not_zero():
    assert (Ratio(0, 0).rate, Ratio(0, 0).low, Ratio(0, 0).high) == (None, None, None)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (29, 29, 0.883, 1),
    ],
)
def test_the_interval_is_wilsons_as_newcombe_printed_it(part, whole, low, high):
    """Newcombe 1998, Statistics in Medicine 17:857, table I, method 3."""
    ratio = Ratio(part, whole)
    assert (round(ratio.low, 4), round(ratio.high, 4)) == (low, high)
