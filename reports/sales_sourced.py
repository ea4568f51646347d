"""Deals that sales opened without a lead. They have a row of their own and are in no ratio."""

from django.db import connection

from reports.dimensions import Dimension, joined, narrowed
from reports.ladder import DEALS, stands
from reports.rungs import OF_DEALS

OF_DEALS_ALONE = {  # nobody captured or offered them: what they have is an owner and a team
    "channel": Dimension("", "'none'", "''"),
    "campaign": Dimension("", "'none'", "''"),
    "team": Dimension("", "coalesce(l.team_id::text, 'none')", "''"),
    "owner": Dimension(
        "JOIN funnel_user owner ON owner.id = l.owner_id",
        "coalesce(nullif(owner.email, ''), owner.name)",
        "''",
    ),
}


def sales_sourced(question):
    """{deal, quoted, won, paid, delivered: count} of the deals without a lead.

    In cohort mode those opened in the period, with what they reached within the window from
    their opening; in flow mode what happened in the period.
    """
    counts = ", ".join(f"count(*) FILTER (WHERE {_there(question, key)})" for key in OF_DEALS)
    with connection.cursor() as cursor:
        cursor.execute(_from(question, counts), question.values)
        return dict(zip(OF_DEALS, cursor.fetchone(), strict=True))


def alone(question, key):
    """SQL: the ids of those that reached the rung `key`."""
    return f"{_from(question, 'd.id')} AND {_there(question, key)}"


def _there(question, key):
    at = "d.opened" if key == "deal" else f"d.{key}"
    return stands(question, at, "d.opened + %(hours)s * interval '1 hour'")


def _from(question, what):
    opened = "d.opened >= %(start)s AND d.opened < %(end)s" if question.is_cohort else "true"
    used = [OF_DEALS_ALONE[name] for name in question.filters]
    return f"""
        WITH {DEALS.format(whose="IS NULL")}
        SELECT {what} FROM deal_climb d JOIN deals_deal l ON l.id = d.id
        {joined(used)} WHERE {opened} {narrowed(question, OF_DEALS_ALONE)}"""
