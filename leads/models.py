"""Marketing's nouns, named for Django; each lives in its wing."""

from leads.agreement.models import Agreement, Signature
from leads.campaigns.models import Campaign, CampaignStep, Channel
from leads.capture.models import Submission
from leads.capture.suspicion import SpamWord
from leads.forms.models import Consent, ConsentText, ConsentWording, Form, FormVersion
from leads.handoff.models import Handoff, HandoffAct, HandoffStep
from leads.lead.models import Lead, LeadStep
from leads.lead.scored import LeadScore
from leads.links.models import (
    CampaignAlias,
    Click,
    Link,
    UtmAlias,
    UtmValue,
    WaitingClick,
)
from leads.mailboxes.models import Mailbox
from leads.merging.models import Likeness, Merge, Pair
from leads.people.models import Company, MatchKey, Person
from leads.products.models import Product
from leads.responses.models import CampaignResponse, ResponseStep
from leads.routing.models import Claim, ClaimRule, RoutingRule, Seat, Turn
from leads.scoring.models import ScoreRule
from leads.sources.models import Source
from leads.spending.models import BudgetLine, ReachEntry, SpendEntry
from leads.touches.models import Conversion, Touchpoint

__all__ = [
    "Agreement",
    "BudgetLine",
    "Campaign",
    "CampaignResponse",
    "CampaignStep",
    "CampaignAlias",
    "Channel",
    "Claim",
    "ClaimRule",
    "Click",
    "Company",
    "Consent",
    "ConsentText",
    "ConsentWording",
    "Conversion",
    "Form",
    "FormVersion",
    "Handoff",
    "HandoffAct",
    "HandoffStep",
    "Lead",
    "LeadScore",
    "LeadStep",
    "Link",
    "Mailbox",
    "Likeness",
    "MatchKey",
    "Merge",
    "Pair",
    "Person",
    "Product",
    "ReachEntry",
    "ResponseStep",
    "RoutingRule",
    "ScoreRule",
    "Seat",
    "Signature",
    "Source",
    "SpamWord",
    "SpendEntry",
    "Submission",
    "Touchpoint",
    "Turn",
    "UtmAlias",
    "UtmValue",
    "WaitingClick",
]
