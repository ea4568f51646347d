"""What roles, their scopes and their rights are called on screens."""

from django.utils.translation import gettext_lazy as _

from funnel.permissions import Can, Scope

ROLE_LABELS = {
    "marketer": _("Marketer"),
    "salesperson": _("Salesperson"),
    "manager": _("Manager"),
    "analyst": _("Analyst"),
    "admin": _("Admin"),
}

ROLE_TASKS = {
    "marketer": _("runs campaigns, qualifies leads, offers them"),
    "salesperson": _("answers offers, works leads and deals"),
    "manager": _("sees all of it, sells, sets prices, changes owners"),
    "analyst": _("reads everything, changes nothing"),
    "admin": _("everything, and people and settings"),
}

SCOPES = {
    Scope.OWN: _("their own"),
    Scope.TEAM: _("their teams'"),
    Scope.ALL: _("all"),
}

RIGHTS = {
    Can.SEE_CAMPAIGNS: _("See campaigns"),
    Can.RUN_CAMPAIGNS: _("Plan campaigns, log spend and reach, make forms"),
    Can.SEE_LEADS: _("See leads and people"),
    Can.CAPTURE_LEADS: _("Capture leads"),
    Can.MERGE_PEOPLE: _("Say who is one person, and take it back"),
    Can.QUALIFY_LEADS: _("Qualify, recycle and disqualify leads"),
    Can.OFFER_LEADS: _("Offer leads to sales"),
    Can.SEE_HANDOFFS: _("See the hand-offs"),
    Can.ANSWER_OFFERS: _("Accept and return offers"),
    Can.RUN_THE_LINE: _("Run the line: calendars, routing, pauses, disputes"),
    Can.SIGN_FOR_MARKETING: _("Sign the Agreement for marketing"),
    Can.SIGN_FOR_SALES: _("Sign the Agreement for sales"),
    Can.SEE_DEALS: _("See deals: stage, reasons and money"),
    Can.READ_NOTES: _("Read the notes of sales"),
    Can.WORK_DEALS: _("Log calls, work deals, quote"),
    Can.SET_PRICES: _("Set prices"),
    Can.PLAN_BUDGET: _("Plan the company's budget, log money of every head"),
    Can.CHANGE_OWNERS: _("Change owners"),
    Can.SEE_REPORTS: _("See the reports"),
    Can.MANAGE_PEOPLE: _("Manage people, teams and roles"),
    Can.CHANGE_SETTINGS: _("Change settings"),
}
