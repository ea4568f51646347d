from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from deals.after.models import Delivery, Payment
from deals.pipeline.models import Deal
from deals.stages import DealStage
from funnel.models import Organisation
from funnel.money import freeze
from funnel.refusal import Refusal
from funnel.steps import recorded


@transaction.atomic
def record_payment(deal, *, by, amount, note="", more=False, at=None):
    """Money came in, or went back (below 0), in the deal's currency at the deal's rate.

    Refusal on a lost deal, before it was opened and after now, for more money back than came in,
    and for more than is owed unless `more` says that this is meant.
    """
    if deal.stage == DealStage.LOST:
        raise Refusal(_("The deal is lost; nothing is owed."))
    if amount == 0:
        raise Refusal(_("An amount is not 0."), field="amount")
    at = at or now()
    _within(deal, at)
    _fits(deal, amount, more)
    frozen = freeze(amount, deal.currency, Organisation.current().currency, deal.rate)
    return Payment.objects.create(
        deal=deal,
        amount=frozen.amount,
        currency=frozen.currency,
        rate=frozen.rate,
        base_amount=frozen.base_amount,
        note=note,
        at=at,
        recorded_at=recorded(at, sample=deal.sample),
        by=by,
        sample=deal.sample,
    )


def _within(deal, at):
    if at > now():
        raise Refusal(_("That lies in the future."), field="on")
    if localdate(at) < localdate(deal.opened_at):
        raise Refusal(_("That is before the deal was opened."), field="on")


def _fits(deal, amount, more):
    due = Deal.objects.select_for_update(of=("self",)).get(pk=deal.pk).due  # one at a time
    paid = deal.payments.filter(currency=deal.currency).aggregate(sum=Sum("amount"))["sum"] or 0
    if amount < 0 and paid + amount < 0:
        raise Refusal(_("No more can go back than came in."), field="amount")
    if amount > 0 and due is not None and paid + amount > due and not more:
        raise Refusal(_("More than is owed: tick this if it is meant."), field="more")


def promise(deal, *, by, what, promised_on, at=None):
    """Promise a delivery on a won deal."""
    if deal.stage != DealStage.WON:
        raise Refusal(_("Only what is won is delivered."))
    at = at or now()
    return Delivery.objects.create(
        deal=deal,
        what=what,
        promised_on=promised_on,
        by=by,
        recorded_at=recorded(at, sample=deal.sample),
        sample=deal.sample,
    )


def deliver(delivery, *, at=None):
    """It is there. Twice is once; returns whether this call did it."""
    return bool(
        Delivery.objects.filter(pk=delivery.pk, delivered_at=None).update(delivered_at=at or now())
    )


@transaction.atomic
def accept_delivery(delivery, *, name, at=None):
    """The customer has accepted it; `name` is theirs. Twice is once. Refusal before it is there."""
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if row.delivered_at is None:
        raise Refusal(_("It has not been delivered yet."))
    if row.accepted_at is not None:
        return False
    row.accepted_at, row.accepted_by = at or now(), name
    row.save(update_fields=["accepted_at", "accepted_by"])
    return True
