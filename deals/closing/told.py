"""What a file of deals changes, for its preview: what is now, and what would be after it."""

from django.utils.translation import gettext as _

from funnel.imports.policies import HERE_NOT


def stages_of(rows, lookups):
    """{lead's key: the label of its stage} as it is before the rows are written."""
    return {lookups.lead(row).pk: lookups.lead(row).get_stage_display() for row in rows}


def tell_new(row, deal, before):
    """A deal that is not here yet, and its lead where it goes over the line. `before`: see
    `stages_of`."""
    lead = deal.lead
    if lead.get_stage_display() != before[lead.pk]:
        row.change(lead, _("lead"), before[lead.pk], lead.get_stage_display())
    row.change(deal, _("deal"), HERE_NOT, ", ".join([deal.get_stage_display(), *_worth(deal)]))


def tell_known(row, deal, stage, *, valued):
    """A deal that is here: its worth where it had none, its stage where that is another than the
    label `stage`."""
    if valued:
        row.change(deal, _("amount"), "", *_worth(deal))
    if deal.get_stage_display() != stage:
        row.change(deal, _("stage"), stage, deal.get_stage_display())


def _worth(deal):
    return [] if deal.amount is None else [f"{deal.amount:f} {deal.currency}"]
