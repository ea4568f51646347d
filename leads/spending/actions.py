"""Money spent and heads counted, written down once."""

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.money import freeze
from funnel.refusal import Refusal
from funnel.steps import recorded
from leads.spending.models import ReachEntry, SpendEntry


@transaction.atomic
def log_spend(campaign, *, by, on, kind, amount, currency, rate=None, note="", at=None):
    """Write down money spent; below 0 corrects an earlier entry. Refusal for a day to come, and see
    `freeze`."""
    frozen = freeze(amount, currency, Organisation.current().currency, rate)
    at = at or now()
    _has_been(on, at)
    return SpendEntry.objects.create(
        campaign=campaign,
        on=on,
        kind=kind,
        amount=frozen.amount,
        currency=frozen.currency,
        rate=frozen.rate,
        base_amount=frozen.base_amount,
        note=note,
        at=at,
        recorded_at=recorded(at, sample=campaign.sample),
        by=by,
        sample=campaign.sample,
    )


def log_reach(campaign, *, by, on, kind, count, note="", at=None):
    """Write down heads, impressions or copies; below 0 corrects an earlier entry. Refusal for a
    day to come."""
    at = at or now()
    _has_been(on, at)
    return ReachEntry.objects.create(
        campaign=campaign,
        on=on,
        kind=kind,
        count=count,
        note=note,
        at=at,
        recorded_at=recorded(at, sample=campaign.sample),
        by=by,
        sample=campaign.sample,
    )


def _has_been(on, at):
    if on > localdate(at):
        raise Refusal(_("That day is still to come; write it down when it is there."), field="on")
