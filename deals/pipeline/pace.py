"""How long deals stay in a stage."""

from datetime import timedelta

from django.db import connection
from django.utils.timezone import now

from deals.stages import OPEN
from funnel.templatetags.funnel import duration

FEWEST = 10  # stays of won deals, before a stage has a pace
LATELY = timedelta(days=365)

SLOW = """
SELECT to_stage, percentile_cont(0.9) WITHIN GROUP (ORDER BY stay)
FROM (
    SELECT s.to_stage, lead(s.at) OVER (PARTITION BY s.deal_id ORDER BY s.id) - s.at AS stay
    FROM deals_dealstep s JOIN deals_deal d ON d.id = s.deal_id
    WHERE d.stage IN ('won') AND d.stage_since > %s
) AS stays
WHERE stay IS NOT NULL
GROUP BY to_stage HAVING count(*) >= %s
"""


def slow_after():
    """{stage: the time within which 9 of 10 of the last year's won deals had left it}."""
    with connection.cursor() as cursor:
        cursor.execute(SLOW, [now() - LATELY, FEWEST])
        return dict(cursor.fetchall())


def stays(steps, *, closed):
    """{stage: the time a deal spent in it}, from its `steps` in the order they were written."""
    spent = {}
    ends = [step.at for step in steps[1:]] + ([] if closed else [now()])
    for step, end in zip(steps, ends, strict=False):
        spent[step.to_stage] = spent.get(step.to_stage, timedelta()) + (end - step.at)
    return spent


def stage_bar(deal, steps):
    """For components/_stage_bar.html: the open stages, the time in each, which is past or now."""
    spent = stays(steps, closed=not deal.is_open)
    here = deal.stage if deal.is_open else steps[-1].from_stage
    reached = OPEN.index(here) if here in OPEN else -1
    return [
        {
            "stage": stage,
            "label": stage.label,
            "note": duration(spent[stage]) if stage in spent else "",
            "state": _state(place, reached, deal.is_open),
        }
        for place, stage in enumerate(OPEN)
    ]


def _state(place, reached, is_open):
    if place == reached and is_open:
        return "now"
    return "past" if place <= reached else ""
