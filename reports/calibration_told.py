"""What a table of bands says, and when it does not say anything."""

from dataclasses import dataclass

from funnel.templatetags.funnel import FEW
from reports.calibration import NONE, Band


@dataclass(frozen=True)
class Told:
    """The lowest and the highest band with at least FEW answered; where two have not that many,
    those that lack the least. `missing`: ((band, answers that it lacks)), () where none does."""

    low: Band
    high: Band
    missing: tuple

    @property
    def apart(self):
        """Whether both have enough, and their 95 % intervals share nothing."""
        low, high = self.low.of_answered, self.high.of_answered
        return not self.missing and (low.high < high.low or high.high < low.low)

    @property
    def upside_down(self):
        """Whether the lower scores are accepted more often."""
        return self.low.of_answered.rate > self.high.of_answered.rate

    @property
    def more(self):
        return self.low if self.upside_down else self.high

    @property
    def less(self):
        return self.high if self.upside_down else self.low

    @property
    def times(self):
        """How many times as often `more` is accepted as `less`; None where `less` never is."""
        less = self.less.of_answered.rate
        return self.more.of_answered.rate / less if less else None


def told(bands) -> Told:
    """What the Bands of `calibration` say of how often each is accepted."""
    scored = [band for band in bands if band.key != NONE]
    enough = [band for band in scored if band.answered >= FEW]
    if len(enough) > 1:
        return Told(enough[0], enough[-1], ())
    nearest = sorted(scored, key=lambda band: -band.answered)[:2]
    low, high = (band for band in scored if band in nearest)
    lacking = [(band, FEW - band.answered) for band in (low, high) if band.answered < FEW]
    return Told(low, high, tuple(lacking))
