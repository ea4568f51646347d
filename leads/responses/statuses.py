"""What somebody can be to a campaign, by the campaign's type, in the order it usually goes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from leads.campaigns.models import CampaignType


class Status(TextChoices):
    SENT = "sent", _("Sent")
    OPENED = "opened", _("Opened")
    CLICKED = "clicked", _("Clicked")
    REPLIED = "replied", _("Replied")
    INVITED = "invited", _("Invited")
    REGISTERED = "registered", _("Registered")
    ATTENDED = "attended", _("Attended")
    NO_SHOW = "no_show", _("No-show")
    BOOTH_VISIT = "booth_visit", _("Booth visit")
    VIEWED = "viewed", _("Viewed")
    DOWNLOADED = "downloaded", _("Downloaded")
    FORM_FILLED = "form_filled", _("Form filled")
    CODE_USED = "code_used", _("Code used")
    CALLED = "called", _("Called")
    INTRODUCED = "introduced", _("Introduced")


_EVENT = (Status.INVITED, Status.REGISTERED, Status.ATTENDED, Status.NO_SHOW)
SETS = {
    CampaignType.EMAIL: (Status.SENT, Status.OPENED, Status.CLICKED, Status.REPLIED),
    CampaignType.EVENT: _EVENT,
    CampaignType.FAIR: (*_EVENT, Status.BOOTH_VISIT),
    CampaignType.CONTENT: (Status.SENT, Status.VIEWED, Status.DOWNLOADED),
    CampaignType.AD: (Status.CLICKED, Status.FORM_FILLED),
    CampaignType.BROADCAST: (Status.SENT, Status.CODE_USED, Status.CALLED),
    CampaignType.REFERRAL: (Status.INTRODUCED,),
    CampaignType.OTHER: (Status.SENT, Status.REPLIED, Status.CALLED),
}
RESPONSES = frozenset(
    {
        Status.CLICKED,
        Status.REPLIED,
        Status.REGISTERED,
        Status.ATTENDED,
        Status.BOOTH_VISIT,
        Status.DOWNLOADED,
        Status.FORM_FILLED,
        Status.CODE_USED,
        Status.CALLED,
        Status.INTRODUCED,
    }
)  # what somebody did; a mail program opens mails, too, so that is none


def statuses_of(campaign):
    """The statuses of a campaign's type."""
    return SETS[campaign.type]
