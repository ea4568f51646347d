from django.db import connection
from django.utils.timezone import now

from funnel.sets import insert
from funnel.steps import recorded
from leads.touches.models import Touchpoint


def touch(kind, *, at=None, by=None, sample=False, **what):
    """Write down one touch. `what`: person, lead, visitor, campaign, channel, words, page."""
    at = at or now()
    return Touchpoint.objects.create(
        kind=kind, at=at, recorded_at=recorded(at, sample=sample), by=by, sample=sample, **what
    )


def touch_many(touches):
    """Write down a set of touches: a list of what `touch` takes, as dicts with kind and at."""
    return insert(
        Touchpoint(recorded_at=recorded(one["at"], sample=one.get("sample", False)), **one)
        for one in touches
    )


def visit_many(visits, *, campaign, sample=False):
    """Write down visits that nobody is known behind, in one statement: (at, visitor, page) each."""
    columns = [list(column) for column in zip(*visits, strict=True)] or [[], [], []]
    with connection.cursor() as cursor:
        cursor.execute(VISIT_MANY, [campaign.pk, campaign.channel_id, sample, now(), *columns])


VISIT_MANY = """
INSERT INTO leads_touchpoint (at, recorded_at, visitor, page, kind, side, words,
                              campaign_id, channel_id, sample)
SELECT v.at, CASE WHEN c.sample THEN v.at ELSE c.known_at END, v.visitor, v.page,
       'visit', 'marketing', '', c.campaign_id, c.channel_id, c.sample
FROM (VALUES (%s::bigint, %s::bigint, %s::boolean, %s::timestamptz))
     AS c(campaign_id, channel_id, sample, known_at),
     unnest(%s::timestamptz[], %s::text[], %s::text[]) AS v(at, visitor, page)
"""
