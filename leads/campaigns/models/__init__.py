from leads.campaigns.models.campaign import Campaign, CampaignStep, CampaignType, Objective
from leads.campaigns.models.channel import Channel
from leads.campaigns.models.ledgers import ReachEntry, ReachKind, SpendEntry

__all__ = [
    "Campaign",
    "CampaignStep",
    "CampaignType",
    "Channel",
    "Objective",
    "ReachEntry",
    "ReachKind",
    "SpendEntry",
]
