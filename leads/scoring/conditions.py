"""What a rule of the score may ask, as sentences: fit asks the lead, engagement its touches."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from leads.touches.models import TouchKind

FREE_MAIL = {
    *("aol.com", "freenet.de", "gmail.com", "gmx.at", "gmx.de", "gmx.net", "googlemail.com"),
    *("hotmail.com", "icloud.com", "live.com", "mail.ru", "outlook.com", "proton.me"),
    *("protonmail.com", "t-online.de", "web.de", "yahoo.com"),
}


@dataclass(frozen=True)
class Asked:
    """A condition that a lead meets or not, by what is known of it."""

    sentence: str
    met: Callable  # lead with person, company, channel -> bool


FIT = {
    "company": Asked(_("Has a company"), lambda lead: bool(lead.person.company_id)),
    "no_company": Asked(_("Names no company"), lambda lead: not lead.person.company_id),
    "phone": Asked(_("Has a phone number"), lambda lead: bool(lead.person.phone)),
    "no_phone": Asked(_("Gave no phone number"), lambda lead: not lead.person.phone),
    "work_mail": Asked(
        _("Writes from an address of their own domain"),
        lambda lead: bool(lead.person.email) and not _free(lead),
    ),
    "free_mail": Asked(_("Writes from a free mail address"), lambda lead: _free(lead)),
    "product": Asked(_("Names a product"), lambda lead: bool(lead.product_id)),
    "words": Asked(_("Said something in their own words"), lambda lead: bool(lead.words)),
    "heard": Asked(_("Told how they heard of us"), lambda lead: bool(lead.heard_from)),
    "campaign": Asked(_("Came with a campaign"), lambda lead: bool(lead.campaign_id)),
}
TOUCHED = "touched"  # the one condition of engagement; its value is a kind of touch


def sentence(asks):
    """A rule's condition in words."""
    [(key, value)] = asks.items()
    if key == TOUCHED:
        return _("Was in touch: %s") % TouchKind(value).label
    return str(FIT[key].sentence)


def _free(lead):
    return lead.person.email.rpartition("@")[2].lower() in FREE_MAIL
