from leads.links.models.click import Click, ClickKind, WaitingClick, Why
from leads.links.models.dictionary import UtmAlias, UtmKind, UtmValue
from leads.links.models.link import Link
from leads.links.models.naming import CampaignAlias

__all__ = [
    "CampaignAlias",
    "Click",
    "ClickKind",
    "Link",
    "UtmAlias",
    "UtmKind",
    "UtmValue",
    "WaitingClick",
    "Why",
]
