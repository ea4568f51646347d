"""Which leads a figure of the ladder counts. The figures and the rows behind them share this."""

from django.utils.translation import gettext_lazy as _

from reports.rungs import CLIMBED

REACHED, IMPUTED, INSIDE = "reached", "imputed", "inside"
MATURE, PASSED, BEFORE, LOST = "mature", "passed", "before", "lost"

PARTS = {  # what each is called above its rows
    REACHED: _("reached it in time"),
    IMPUTED: _("counted only because a later rung was reached"),
    INSIDE: _("still inside: open, with time left"),
    MATURE: _("reached it, and had the whole window"),
    PASSED: _("came from the rung before, and had the whole window"),
    BEFORE: _("on the rung before, and had the whole window"),
    LOST: _("on the rung before, had the whole window, and did not come here"),
}

RIPE = "c.until <= %(as_of)s"


def part(rung, name):
    """SQL over `climb c`: whether a lead of the cohort belongs to this part of `rung`."""
    here = f"c.{rung.key} <= c.until"
    before = f"c.{rung.before} <= c.until" if rung.before else "false"
    own = f"c.{rung.key}_own"
    return {
        REACHED: here,
        IMPUTED: f"{here} AND ({own} > c.until OR {own} IS NULL)",
        INSIDE: f"{here} AND c.open AND c.until > %(as_of)s AND ({_further(rung)}) IS NOT TRUE",
        MATURE: f"{here} AND {RIPE}",
        PASSED: f"{here} AND {RIPE} AND {before}",
        BEFORE: f"{RIPE} AND {before}",
        LOST: f"{RIPE} AND {before} AND ({here}) IS NOT TRUE",
    }[name]


def _further(rung):
    """SQL: whether the lead stands further up; who came again is done with this climb."""
    beyond = [f"c.{each.key}" for each in CLIMBED[CLIMBED.index(rung) + 1 : -1]]
    if beyond:
        return f"least({', '.join(beyond)}) <= c.until"
    return str(rung is CLIMBED[-1])
