from leads.campaigns.forms.campaign import CampaignForm, CloneForm, StageForm
from leads.campaigns.forms.listing import ListForm

__all__ = ["CampaignForm", "CloneForm", "ListForm", "StageForm"]
