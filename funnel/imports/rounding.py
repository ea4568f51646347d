"""What a file says more exactly than its currency can be paid is rounded, and told."""

from django.utils.translation import gettext as _

from funnel.money import rounded


def round_off(row, name, currency):
    """The row's amount as its currency has it; a row that said more digits is flagged."""
    said = row.get(name, None)
    if said is None:
        return
    amount = rounded(said, currency.upper())
    if amount != said:
        words = {"said": said, "amount": amount, "currency": currency.upper()}
        row.flag(_("%(said)s was rounded to %(amount)s %(currency)s.") % words)
    row.values[name] = amount
