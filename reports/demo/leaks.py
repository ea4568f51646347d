"""The two leaks planted in the year, one on each side of the line, each from a known day."""

from dataclasses import dataclass
from datetime import date, timedelta

from reports.demo.cast import LEIPZIG

SOCIAL_WEEKS, LATE_WEEKS = 34, 28  # before the last day
FITS_ONLY = 0.16  # of those whom the social campaign would have brought before
LET_THROUGH = 0.08  # of those who do not fit: the film asks nothing
CALLS_LATER = 9.0  # times
NEVER_CALLED = 0.4
WINS_ONLY = 0.3  # of what was won before


@dataclass(frozen=True)
class Leaks:
    social_from: date  # marketing: the social campaign is shown to everybody
    late_from: date  # sales: team Leipzig calls late, or never, and wins less

    @classmethod
    def before(cls, last):
        return cls(_monday(last, SOCIAL_WEEKS), _monday(last, LATE_WEEKS))

    def fit(self, chance, campaign, day):
        """The chance that somebody whom `campaign` brings is one for whom something is made."""
        return chance * FITS_ONLY if campaign.wide and day >= self.social_from else chance

    def passes(self, chance, one):
        """The chance that marketing qualifies somebody for whom nothing is made."""
        wide = one.effort and one.effort.wide and one.at.date() >= self.social_from
        return LET_THROUGH if wide and not one.fits else chance

    def is_late(self, seller, day):
        return seller.team.name == LEIPZIG and day >= self.late_from


def _monday(last, weeks):
    day = last - timedelta(weeks=weeks)
    return day - timedelta(days=day.weekday())
