from leads.campaigns.models.campaign import Campaign, CampaignStep, CampaignType, Objective
from leads.campaigns.models.channel import Channel

__all__ = [
    "Campaign",
    "CampaignStep",
    "CampaignType",
    "Channel",
    "Objective",
]
