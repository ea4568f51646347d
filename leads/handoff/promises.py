"""What the Agreement in force promises for leads that are about to be offered."""

from functools import cache

from funnel.calendars.queries import worktime_of
from leads.agreement.check import check_many, tiers_of
from leads.agreement.queries import built_in, versions


class Promises:
    """Asks once per version and team for a whole set of leads: {lead's key: when it is offered}."""

    def __init__(self, moments, leads):
        self.moments, self.leads = moments, list(leads)
        self.hours = cache(worktime_of)
        self.versions = [agreement for agreement, _until in versions()]
        self.asked = {}

    def to(self, lead, tier=""):
        """(agreement, its checks, the Term) for one of the leads; `tier` overrides what it says."""
        agreement = self._holding(self.moments[lead.pk])
        checks, terms = self._asked(agreement)
        term = agreement.term(tier) if tier else terms[lead.pk]
        return agreement, checks[lead.pk], term

    def _holding(self, at):
        held = (each for each in self.versions if each.holds_from <= at)
        return next(held, None) or built_in()

    def _number(self, lead):
        return self._holding(self.moments[lead.pk]).number

    def _asked(self, agreement):
        if agreement.number not in self.asked:
            mine = [each for each in self.leads if self._number(each) == agreement.number]
            self.asked[agreement.number] = (
                check_many(mine, agreement, self.moments),
                tiers_of(mine, agreement, self.moments),
            )
        return self.asked[agreement.number]
