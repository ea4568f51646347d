"""The thirteen rungs in the order they are climbed, and which one a lead must have passed."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from funnel.models import Side


@dataclass(frozen=True)
class Rung:
    key: str
    label: str
    side: str
    before: str = ""  # the rung that its rate and its duration are measured from


RUNGS = (
    Rung("reached", _("Reached"), Side.MARKETING),
    Rung("visited", _("Visited"), Side.MARKETING),
    Rung("captured", _("Captured"), Side.MARKETING),
    Rung("mql", _("Qualified"), Side.MARKETING, "captured"),
    Rung("offered", _("Offered"), Side.MARKETING, "mql"),
    Rung("accepted", _("Accepted"), Side.SALES, "offered"),
    Rung("contacted", _("Contacted"), Side.SALES, "accepted"),
    Rung("deal", _("Deal"), Side.SALES, "accepted"),
    Rung("quoted", _("Quoted"), Side.SALES, "deal"),
    Rung("won", _("Won"), Side.SALES, "deal"),
    Rung("paid", _("Paid"), Side.SALES, "won"),
    Rung("delivered", _("Delivered"), Side.SALES, "won"),
    Rung("again", _("Again"), Side.SALES, "won"),
)
CLIMBED = RUNGS[2:]  # what a lead can stand on; the others are totals of the period
WORTH = ("deal", "quoted", "won", "paid", "delivered", "again")
OF_DEALS = WORTH[:-1]
BY_KEY = {rung.key: rung for rung in RUNGS}
