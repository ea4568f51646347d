"""How soon sales answers and speaks to a lead, by its tier. All times are working time."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tier(TextChoices):
    """From the most urgent on; a lead is of the first whose conditions it meets, else cold."""

    HOT = "hot", _("Hot")
    WARM = "warm", _("Warm")
    EVENT = "event", _("Event")
    COLD = "cold", _("Cold")


@dataclass(frozen=True)
class Term:
    """What is owed to a lead of one tier. Both times run from the offer."""

    tier: str
    accept: timedelta
    contact: timedelta
    when: dict = field(default_factory=dict)  # {kind of condition: value}; any of them is enough

    @property
    def label(self):
        return Tier(self.tier).label

    @classmethod
    def of(cls, tier, kept):
        """From what an agreement keeps of it: minutes."""
        accept, contact = timedelta(minutes=kept["accept"]), timedelta(minutes=kept["contact"])
        return cls(tier, accept, contact, kept["when"])


USUAL = {  # what holds where nothing was agreed
    Tier.HOT: {"accept": 15, "contact": 60, "when": {}},
    Tier.WARM: {"accept": 4 * 60, "contact": 8 * 60, "when": {}},
    Tier.EVENT: {"accept": 8 * 60, "contact": 24 * 60, "when": {"touched": ["booth"]}},
    Tier.COLD: {"accept": 24 * 60, "contact": 48 * 60, "when": {}},
}


def usual_terms():
    return {str(tier): {**term, "when": {**term["when"]}} for tier, term in USUAL.items()}
