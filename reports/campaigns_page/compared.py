"""Two to four campaigns side by side: what was planned, what came, what it cost."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from reports.campaigns_page.costs import costs_of
from reports.campaigns_page.plan import HEADS, MONEY, plan_of, spent

FEWEST, MOST = 2, 4
RATIO, COST, PLANNED, WORDS = "ratio", "cost", "planned", "words"


@dataclass(frozen=True)
class Line:
    """One line of the sheet: a cell for each campaign, shown as its `kind`."""

    label: str
    kind: str
    cells: tuple
    unit: str = HEADS
    sales: bool = False  # the first on the other side of the line


def compared(campaigns, figures):
    """[(heading, [Line])] of campaigns with {their key: Figures}."""
    of = [figures[each.pk] for each in campaigns]
    return [
        (_("What it is"), _about(campaigns)),
        (_("Plan and what came"), _rungs(campaigns, of)),
        (_("What one has cost"), _costs(of)),
        (_("At the line"), _line(of)),
    ]


def _about(campaigns):
    said = {
        _("Stage"): [each.get_stage_display() for each in campaigns],
        _("Type"): [each.get_type_display() for each in campaigns],
        _("Channel"): [each.channel.name for each in campaigns],
        _("Objective"): [each.get_objective_display() for each in campaigns],
        _("Owner"): [each.owner.name for each in campaigns],
        _("Hypothesis"): [each.hypothesis for each in campaigns],
    }
    return [Line(label, WORDS, tuple(cells)) for label, cells in said.items()]


def _rungs(campaigns, of):
    plans = [
        [spent(campaign, figures), *plan_of(campaign, figures)]
        for campaign, figures in zip(campaigns, of, strict=True)
    ]
    return [
        Line(cells[0].label, PLANNED, cells, cells[0].unit, sales=cells[0].key == "accepted")
        for cells in zip(*plans, strict=True)
    ]


def _costs(of):
    priced = zip(*(costs_of(figures) for figures in of), strict=True)
    return [
        Line(cells[0][1], COST, tuple(cost for _rung, _words, cost in cells), MONEY)
        for cells in priced
    ]


def _line(of):
    return [
        Line(_("Accepted, of what was answered"), RATIO, tuple(each.of_decided for each in of)),
        Line(_("Returned, of what was answered"), RATIO, tuple(each.returned for each in of)),
        Line(_("Returned mostly for"), WORDS, tuple(_reason(each) for each in of)),
    ]


def _reason(figures):
    return figures.top_reason[0] if figures.top_reason else ""
