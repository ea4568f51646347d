"""What is asked of the funnel: one period, one mode, and whose leads."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from funnel.period import Period


class Mode(TextChoices):
    COHORT = "cohort", _("People")
    FLOW = "flow", _("Events")


class By(TextChoices):
    CHANNEL = "channel", _("Channel")
    CAMPAIGN = "campaign", _("Campaign")
    TEAM = "team", _("Team")
    OWNER = "owner", _("Owner")


NONE, QUEUE = "none", "queue"  # keys of the groups that nobody and nothing stands for

NOBODY = {  # how those groups are called
    By.CHANNEL: {NONE: _("no channel")},
    By.CAMPAIGN: {NONE: _("no campaign")},
    By.TEAM: {NONE: _("no team")},
    By.OWNER: {QUEUE: _("an unclaimed queue"), NONE: _("never offered")},
}


@dataclass(frozen=True)
class Question:
    """`window_days` are exact days of 24 hours from capture, both ends included.

    channel, campaign, team and owner hold the key of one group each, or "" for all.
    """

    period: Period
    as_of: datetime
    mode: str = Mode.COHORT
    window_days: int = 90
    by: str = ""
    channel: str = ""
    campaign: str = ""
    team: str = ""
    owner: str = ""

    @property
    def is_cohort(self):
        return self.mode == Mode.COHORT

    @property
    def filters(self):
        """{dimension: key} of those that narrow the question."""
        held = {each.name: getattr(self, each.name) for each in fields(self)}
        return {dimension: held[dimension] for dimension in By.values if held[dimension]}

    @property
    def values(self):
        """The parameters that every statement of the ladder binds."""
        return {
            "start": self.period.start,
            "end": self.period.end,
            "first": self.period.first,
            "last": self.period.last,
            "hours": self.window_days * 24,
            "as_of": self.as_of,
            **self.filters,
        }
