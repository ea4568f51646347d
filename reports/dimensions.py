"""How leads fall into groups: by where they came from, and by whom they were first offered to.

An answer never moves a lead between groups: owner and team are those of its first hand-off.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dimension:
    """SQL over a lead `l`: what to join, the group's key (text, never null) and its label."""

    joins: str
    key: str
    label: str


FIRST_OFFER = """
    LEFT JOIN leads_handoff first ON first.lead_id = l.id AND first.pass_no = 1 AND EXISTS (
        SELECT FROM leads_handoffstep s WHERE s.handoff_id = first.id AND s.from_stage = ''
        AND s.at <= %(as_of)s AND s.recorded_at <= %(as_of)s)
"""

OF_LEADS = {
    "channel": Dimension(
        "LEFT JOIN leads_channel channel ON channel.id = l.channel_id",
        "coalesce(channel.key, 'none')",
        "channel.name",
    ),
    "campaign": Dimension(
        "LEFT JOIN leads_campaign campaign ON campaign.id = l.campaign_id",
        "coalesce(campaign.id::text, 'none')",
        "campaign.name",
    ),
    "team": Dimension(
        FIRST_OFFER + "LEFT JOIN funnel_team team ON team.id = first.first_team_id",
        "coalesce(team.id::text, 'none')",
        "team.name",
    ),
    "owner": Dimension(
        FIRST_OFFER + "LEFT JOIN funnel_user owner ON owner.id = first.first_to_id",
        "CASE WHEN first.id IS NULL THEN 'none' WHEN owner.id IS NULL THEN 'queue'"
        " ELSE coalesce(nullif(owner.email, ''), owner.name) END",
        "owner.name",
    ),
}

EVERYONE = Dimension("", "''", "''")


def joined(dimensions):
    """The joins of several dimensions, each once."""
    joins = " ".join(each.joins for each in dimensions)
    return joins if joins.count(FIRST_OFFER) < 2 else FIRST_OFFER + joins.replace(FIRST_OFFER, "")


def narrowed(question, dimensions):
    """SQL conditions that keep only the groups that the question names."""
    return "".join(f" AND {dimensions[name].key} = %({name})s" for name in question.filters)
