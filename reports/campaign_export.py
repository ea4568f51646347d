"""The figures of campaigns as JSON and as CSV, for people and programs outside."""

import csv

from funnel.models import Organisation
from funnel.money import rounded
from funnel.sheets import safe
from reports.campaign_figures import COUNTED, campaign_figures

COUNTS = ("reached", "captured", *COUNTED, "offers", "decided", "taken", "back")
PLAN = (
    "planned_reach",
    "planned_leads",
    "planned_qualified",
    "planned_accepted",
)
COSTS = ("captured", "mql", "accepted", "deal", "won")
COLUMNS = [
    *("code", "name", "type", "channel", "stage", "starts_on", "ends_on", "parent", "currency"),
    *COUNTS,
    *PLAN,
    *("spent", "planned_spend", "won_money", "planned_won", "won_without_amount"),
    *(f"cost_per_{rung}{end}" for rung in COSTS for end in ("", "_low", "_high")),
    "returned_mostly",
]


def campaign_rows(campaigns, *, as_of=None):
    """[{column: plain value}] in the order of `campaigns`; money is a decimal string, unknown or
    without a denominator is None."""
    currency = Organisation.current().currency
    found = campaign_figures(campaigns, as_of=as_of)
    return [_row(each, found[each.pk], currency) for each in campaigns]


def write_campaigns(rows, file):
    """One line per campaign; a cell never starts a formula."""
    lines = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    lines.writeheader()
    for row in rows:
        lines.writerow({column: safe(cell) for column, cell in row.items()})


def _row(campaign, figures, currency):
    return {
        "code": campaign.code,
        "name": campaign.name,
        "type": campaign.type,
        "channel": campaign.channel.key,
        "stage": campaign.stage,
        "starts_on": str(campaign.starts_on),
        "ends_on": campaign.ends_on and str(campaign.ends_on),
        "parent": campaign.parent and campaign.parent.code,
        "currency": currency,
        **{name: getattr(figures, name) for name in COUNTS},
        **{name: getattr(campaign, name) for name in PLAN},
        "spent": _money(figures.spent, currency),
        "planned_spend": _money(campaign.planned_spend, currency),
        "won_money": _money(figures.won_money, currency),
        "planned_won": _money(campaign.planned_won, currency),
        "won_without_amount": figures.unpriced,
        **dict(_costs(figures, currency)),
        "returned_mostly": figures.top_reason[0] if figures.top_reason else None,
    }


def _costs(figures, currency):
    for rung in COSTS:
        cost = figures.cost(rung)
        for end, amount in (("", cost.each), ("_low", cost.low), ("_high", cost.high)):
            yield f"cost_per_{rung}{end}", _money(amount, currency)


def _money(amount, currency):
    return None if amount is None else f"{rounded(amount, currency):f}"
