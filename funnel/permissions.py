"""Who may do what, on one page."""

from dataclasses import dataclass
from enum import StrEnum


class Can(StrEnum):
    """What a person may do. The value is Django's permission name."""

    SEE_CAMPAIGNS = "funnel.see_campaigns"
    RUN_CAMPAIGNS = "funnel.run_campaigns"
    SEE_LEADS = "funnel.see_leads"
    CAPTURE_LEADS = "funnel.capture_leads"
    MERGE_PEOPLE = "funnel.merge_people"
    QUALIFY_LEADS = "funnel.qualify_leads"
    OFFER_LEADS = "funnel.offer_leads"
    SEE_HANDOFFS = "funnel.see_handoffs"
    ANSWER_OFFERS = "funnel.answer_offers"
    RUN_THE_LINE = "funnel.run_the_line"
    SIGN_FOR_MARKETING = "funnel.sign_for_marketing"
    SIGN_FOR_SALES = "funnel.sign_for_sales"
    SEE_DEALS = "funnel.see_deals"
    READ_NOTES = "funnel.read_notes"
    WORK_DEALS = "funnel.work_deals"
    SET_PRICES = "funnel.set_prices"
    PLAN_BUDGET = "funnel.plan_budget"
    CHANGE_OWNERS = "funnel.change_owners"
    SEE_REPORTS = "funnel.see_reports"
    MANAGE_PEOPLE = "funnel.manage_people"
    CHANGE_SETTINGS = "funnel.change_settings"

    @property
    def codename(self):
        return self.value.split(".")[1]

    @property
    def label(self):
        return self.name.replace("_", " ").capitalize()


class Scope(StrEnum):
    """How far a role sees, from narrow to wide."""

    OWN = "own"
    TEAM = "team"
    ALL = "all"


@dataclass(frozen=True)
class Role:
    label: str
    can: frozenset
    scope: Scope
    side: str  # marketing, sales or ""


_READ = {
    Can.SEE_CAMPAIGNS,
    Can.SEE_LEADS,
    Can.SEE_HANDOFFS,
    Can.SEE_DEALS,
    Can.SEE_REPORTS,
}
_MARKET = {
    Can.SEE_CAMPAIGNS,
    Can.RUN_CAMPAIGNS,
    Can.SEE_LEADS,
    Can.CAPTURE_LEADS,
    Can.MERGE_PEOPLE,
    Can.QUALIFY_LEADS,
    Can.OFFER_LEADS,
    Can.SIGN_FOR_MARKETING,
    Can.SEE_HANDOFFS,
    Can.SEE_DEALS,
    Can.SEE_REPORTS,
}
_SELL = {
    Can.SEE_LEADS,
    Can.SEE_HANDOFFS,
    Can.ANSWER_OFFERS,
    Can.SEE_DEALS,
    Can.READ_NOTES,
    Can.WORK_DEALS,
    Can.SEE_REPORTS,
}

_HEAD = {Can.SET_PRICES, Can.PLAN_BUDGET, Can.CHANGE_OWNERS, Can.MERGE_PEOPLE}
_LEAD = {Can.RUN_THE_LINE, Can.SIGN_FOR_SALES}

ROLES = {
    "marketer": Role("Marketer", frozenset(_MARKET), Scope.ALL, "marketing"),
    "salesperson": Role("Salesperson", frozenset(_SELL), Scope.OWN, "sales"),
    "manager": Role(
        "Manager",
        frozenset(_READ | _SELL | {*_HEAD, *_LEAD}),
        Scope.ALL,
        "sales",
    ),
    "analyst": Role("Analyst", frozenset(_READ | {Can.READ_NOTES}), Scope.ALL, ""),
    "admin": Role("Admin", frozenset(Can), Scope.ALL, ""),
}
