"""What a row of a file says otherwise than the deal that is here: told, never passed over."""

from django.utils.translation import gettext as _

from deals.closing.times import closed_at


def left_out(row, deal, done, lookups):
    """[(field, what it is)] of what the row says otherwise than the deal that is here."""
    left = []
    if "amount" in row.values:
        worth = lookups.worth(row)
        if (worth["amount"], worth["currency"]) != (deal.amount, deal.currency):
            left.append(("amount", f"{deal.amount} {deal.currency}"))
    if row.get("name") and row.get("name") != deal.name:
        left.append(("name", deal.name))
    if not done and closed_at(row) and closed_at(row) != deal.stage_since:
        field = "won_at" if "won_at" in row.values else "lost_at"
        left.append((field, deal.get_stage_display()))
    return left


def tell_left_out(row, deal, left, done, task):
    """Within one file the deal is told twice, and somebody has to say which is right; a deal of
    before stays as it is."""
    if deal.batch_id == task.batch.pk and not done:
        for field, was in left:
            row.refuse(
                field,
                _("A row before has the same own id and says something else: %s.") % was,
                _("Keep one of the two rows, or give each its own id."),
            )
        return
    told = ", ".join(was for _field, was in left)
    row.flag(_("The deal is here and stays as it is: %s.") % told)
