"""A campaign's plan beside what came, rung by rung, and how far through its days it is."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from funnel.ratio import Ratio
from reports.rungs import BY_KEY

HEADS, MONEY = "heads", "money"
DAY = timedelta(days=1)
FULL, MARK = 100, 80  # of the bar; where its plan stands, so that more than planned has room


@dataclass(frozen=True)
class Row:
    """`plan` and `came` in heads or in money; None where nothing was planned."""

    key: str
    label: str
    side: str  # "mkt", "sal" or "" where it is no rung
    unit: str
    plan: Decimal | int | None
    came: Decimal | int
    before: Ratio | None = None  # of the rung before

    @property
    def difference(self):
        """By how much more came than planned, as a share of the plan; None without a plan."""
        return (self.came - self.plan) / self.plan if self.plan else None

    def drawn(self, most):
        """How long the bar is: against the plan where there is one, else against `most`."""
        whole = self.plan * FULL / Decimal(MARK) if self.plan else most
        return round(min(FULL, self.came * FULL / whole)) if whole else 0


@dataclass(frozen=True)
class Days:
    """The day a campaign is in, of how many; `gone` is None where it has no end."""

    gone: int
    whole: int | None

    @property
    def share(self):
        return self.gone / self.whole if self.whole else None


def plan_of(campaign, figures):
    """[Row] from reach to won money: what was planned and what came."""
    rungs = [
        ("reached", campaign.planned_reach, figures.reached, None),
        ("captured", campaign.planned_leads, figures.captured, None),
        ("mql", campaign.planned_qualified, figures.mql, "captured"),
        ("offered", None, figures.offered, "mql"),
        ("accepted", campaign.planned_accepted, figures.accepted, "offered"),
        ("deal", None, figures.deal, "accepted"),
        ("won", None, figures.won, "deal"),
        ("paid", None, figures.paid, "won"),
    ]
    return [
        *(_rung(figures, *each) for each in rungs),
        Row("won_money", _("Won money"), "sal", MONEY, campaign.planned_won, figures.won_money),
    ]


def spent(campaign, figures):
    """The Row of what it cost: more than planned is no good news here."""
    return Row("spent", _("Spent"), "", MONEY, campaign.planned_spend, figures.spent)


def days_of(campaign, today: date):
    """The Days of a campaign that has begun, else None."""
    if campaign.starts_on > today:
        return None
    last = min(today, campaign.ends_on) if campaign.ends_on else today
    whole = (campaign.ends_on - campaign.starts_on) // DAY + 1 if campaign.ends_on else None
    return Days((last - campaign.starts_on) // DAY + 1, whole)


def drawn(rows):
    """[(Row, length of its bar, where its plan stands or "")], to 100 each."""
    most = max([row.came for row in rows if row.unit == HEADS and row.key != "reached"], default=0)
    found = []
    for row in rows:
        whole = row.came if row.unit == MONEY else max(most, row.came)
        found.append((row, row.drawn(whole), MARK if row.plan else ""))
    return found


def _rung(figures, key, plan, came, before):
    rung = BY_KEY[key]
    side = "sal" if rung.side == "sales" else "mkt"
    of = Ratio(came, getattr(figures, before)) if before else None
    return Row(key, rung.label, side, HEADS, plan, came, of)
