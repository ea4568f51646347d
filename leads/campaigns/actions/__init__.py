"""What is done with a campaign; each verb lives in its room."""

from leads.campaigns.actions.planning import (
    archive,
    begin,
    bring_back,
    check_code,
    check_parent,
    clone,
    take,
)
from leads.campaigns.actions.writing_down import log_reach, log_spend

__all__ = [
    "archive",
    "begin",
    "bring_back",
    "check_code",
    "check_parent",
    "clone",
    "log_reach",
    "log_spend",
    "take",
]
