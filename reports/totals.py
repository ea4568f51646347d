"""What stands beside the ladder: counts of a period in which nobody is told apart."""

from dataclasses import dataclass

from django.db import connection

from leads.touches.models import INBOUND


@dataclass(frozen=True)
class Totals:
    """None where the question asks for a team or an owner: nobody has offered these people yet."""

    reached: int | None  # heads, impressions and copies, corrections taken off
    visited: int | None  # visitors and people whose first inbound touch fell in the period


def totals(question):
    """Reached and visited in the period of `question`, of its channel and campaign."""
    if question.team or question.owner:
        return Totals(None, None)
    with connection.cursor() as cursor:
        reached = "coalesce(sum(s.count), 0)::bigint"
        cursor.execute(reached_in(question, reached), question.values)
        reached = cursor.fetchone()[0]
        cursor.execute(f"SELECT count(*) FROM ({_came(question)}) came", question.values)
        return Totals(reached, cursor.fetchone()[0])


def reached_in(question, what):
    """SQL: `what` of the reach entries `s` in the period of `question`."""
    return f"""
        SELECT {what} FROM leads_reachentry s
        JOIN leads_campaign campaign ON campaign.id = s.campaign_id
        JOIN leads_channel channel ON channel.id = campaign.channel_id
        WHERE s."on" BETWEEN %(first)s AND %(last)s
        AND s.at <= %(as_of)s AND s.recorded_at <= %(as_of)s {_narrowed(question)}"""


def first_touches(question):
    """SQL: the id of the first inbound touch of each who came in the period of `question`."""
    return f"""
        SELECT min(t.id) FROM leads_touchpoint t JOIN ({_came(question)}) came
        ON came.at = t.at AND came.who = {WHO.format("t")}
        WHERE t.kind = ANY({INBOUND_KINDS}) GROUP BY came.who"""


WHO = "coalesce(nullif({0}.visitor, ''), {0}.person_id::text)"
INBOUND_KINDS = f"ARRAY[{', '.join(repr(str(kind)) for kind in INBOUND)}]"


def _came(question):
    """The first touch of each, found without sorting: the earliest of all is one of these."""
    return f"""
        SELECT who, at FROM (
            SELECT {WHO.format("s")} AS who, min(s.at) AS at,
                   min(s.at) FILTER (WHERE true {_narrowed(question)}) AS here
            FROM leads_touchpoint s
            LEFT JOIN leads_campaign campaign ON campaign.id = s.campaign_id
            LEFT JOIN leads_channel channel ON channel.id = s.channel_id
            WHERE s.kind = ANY({INBOUND_KINDS})
            AND s.at <= %(as_of)s AND s.recorded_at <= %(as_of)s GROUP BY 1
        ) firsts WHERE at >= %(start)s AND at < %(end)s AND here = at"""


def _narrowed(question):
    channel = " AND coalesce(channel.key, 'none') = %(channel)s" if question.channel else ""
    campaign = " AND coalesce(campaign.id::text, 'none') = %(campaign)s"
    return channel + (campaign if question.campaign else "")
