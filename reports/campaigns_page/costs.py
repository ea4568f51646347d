"""What one lead, one accepted lead, one deal of a campaign has cost."""

from django.utils.translation import gettext_lazy as _

COSTS = {
    "captured": _("Lead"),
    "mql": _("Qualified lead"),
    "accepted": _("Accepted lead"),
    "deal": _("Lead with a deal"),
    "won": _("Won customer"),
}


def costs_of(figures):
    """[(rung, what one is, its Cost)]"""
    return [(rung, words, figures.cost(rung)) for rung, words in COSTS.items()]
