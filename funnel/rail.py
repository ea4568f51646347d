"""The sections of the product: one line each, in the order of the rail."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from funnel.permissions import Can


@dataclass(frozen=True)
class Section:
    group: str  # "", marketing, line, sales or reports
    route: str
    label: str
    icon: str
    needs: Can | None
    key: str = ""  # the letter after g


GROUPS = {
    "": "",
    "marketing": _("Marketing"),
    "line": "",
    "sales": _("Sales"),
    "reports": _("Reports"),
}
SECTIONS = [
    Section("marketing", "reports:week", _("This week"), "home", Can.SEE_CAMPAIGNS, "w"),
    Section("marketing", "reports:campaigns", _("Campaigns"), "campaign", Can.SEE_CAMPAIGNS, "c"),
    Section("marketing", "leads:ledger", _("Money"), "cash", Can.SEE_CAMPAIGNS),
    Section("marketing", "leads:links", _("Links"), "link", Can.SEE_CAMPAIGNS, "k"),
    Section("marketing", "leads:forms", _("Forms"), "form", Can.SEE_CAMPAIGNS, "m"),
    Section("marketing", "leads:people", _("People"), "people", Can.SEE_LEADS, "p"),
    Section("marketing", "leads:products", _("Products"), "tag", Can.RUN_CAMPAIGNS),
    Section("line", "deals:inbox", _("Hand-off"), "diamond", Can.SEE_HANDOFFS, "o"),
    Section("sales", "deals:day", _("My day"), "day", Can.WORK_DEALS, "d"),
    Section("sales", "leads:leads", _("Leads"), "person", Can.SEE_LEADS, "l"),
    Section("sales", "deals:deals", _("Deals"), "deals", Can.SEE_DEALS, "e"),
    Section("sales", "deals:quotes", _("Quotes"), "quote", Can.SEE_DEALS, "q"),
    Section("sales", "deals:after", _("Delivery and cash"), "truck", Can.SEE_DEALS),
    Section("reports", "reports:funnel", _("Funnel"), "funnel", Can.SEE_REPORTS, "f"),
    Section("reports", "reports:line", _("The line"), "diamond", Can.SEE_REPORTS, "n"),
    Section("reports", "reports:heard", _("Heard of us"), "reach", Can.SEE_REPORTS),
    Section("reports", "reports:calibration", _("Score and outcome"), "check", Can.SEE_REPORTS),
]
SETTINGS = Section("", "funnel:settings", _("Settings"), "settings", None, "s")
CREATE = [
    Section("", "leads:lead_quick", _("Lead"), "person", Can.CAPTURE_LEADS),
    Section("", "funnel:import_new", _("Import"), "download", Can.CAPTURE_LEADS),
    Section("", "leads:campaign_new", _("Campaign"), "campaign", Can.RUN_CAMPAIGNS),
    Section("", "leads:link_new", _("Link"), "link", Can.RUN_CAMPAIGNS),
    Section("", "leads:form_new", _("Form"), "form", Can.RUN_CAMPAIGNS),
    Section("", "deals:deal_new", _("Deal"), "deals", Can.WORK_DEALS),
]
MINE = [
    Section("", "funnel:me", _("My settings"), "settings", None),
    Section("", "funnel:my_notices", _("Notices"), "bell", None),
    Section("", "account_change_password", _("Password"), "lock", None),
    Section("", "mfa_index", _("Second factor"), "phone", None),
    Section("", "account_logout", _("Sign out"), "signout", None),
]
TABS = [  # on a phone, in this order; of each, the first that the reader has
    ("deals:day", "reports:week"),
    ("deals:inbox",),
    ("leads:lead_quick",),
    ("leads:leads",),
]


def address(route):
    """The URL of a route, or "" while nothing answers to that name."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def open_to(user, sections):
    """(section, url) of those that exist and that `user` may open."""
    for section in sections:
        url = address(section.route)
        if url and (section.needs is None or user.has_perm(section.needs)):
            yield section, url
