"""When the deal of a file's row crossed the line and ended, as far as the row says."""

from datetime import datetime

from leads.stages import LeadStage


def closed_at(row) -> datetime | None:
    return row.get("won_at", None) or row.get("lost_at", None)


def crossed_at(row, task):
    """The earliest that is known of when sales had it."""
    return row.get("opened_at", None) or closed_at(row) or task.at


def is_early(row, lead, task):
    """Whether a step has to be written that is earlier than the one before it."""
    before = lead.born_at if lead.stage == LeadStage.CLOSED else lead.stage_since
    crossed, closed = crossed_at(row, task), closed_at(row)
    return min(crossed, closed or crossed) < before or bool(closed and closed < crossed)
