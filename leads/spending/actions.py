"""Money and heads written down once, and what may be spent."""

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.money import freeze, rounded
from funnel.race import outrun
from funnel.refusal import Refusal
from funnel.steps import recorded
from leads.spending.models import (
    LONGEST_SPAN,
    BudgetLine,
    Head,
    ReachEntry,
    SpendEntry,
)


@transaction.atomic
def log_spend(campaign=None, *, by, on, amount, currency, rate=None, at=None, **more):
    """Write down money spent on a day, or evenly over the days until `until`. Returns the entry.

    `more`: until, head (DEMAND unless said), kind, what, vendor, invoice, note, source, batch,
    sample. Below 0 corrects an earlier entry. A span may reach into the future: what lies there is
    committed. Refusal for a first day to come, for 0, for another head than DEMAND on a campaign,
    and see `freeze`.
    """
    at, until = at or now(), more.pop("until", None)
    frozen = freeze(amount, currency, Organisation.current().currency, rate)
    _has_been(on, at)
    _check_span(on, until)
    if not frozen.amount:
        raise Refusal(_("Nothing was spent, then there is nothing to write down."), field="amount")
    if campaign and more.get("head", Head.DEMAND) != Head.DEMAND:
        raise Refusal(_("A campaign brings people in; leave it out here."), field="head")
    sample = campaign.sample if campaign else more.pop("sample", False)
    return SpendEntry.objects.create(
        campaign=campaign,
        on=on,
        until=until if until != on else None,
        amount=frozen.amount,
        currency=frozen.currency,
        rate=frozen.rate,
        base_amount=frozen.base_amount,
        at=at,
        recorded_at=recorded(at, sample=sample),
        by=by,
        sample=sample,
        **more,
    )


@transaction.atomic
def take_back(entry, *, by, at=None):
    """Write the opposite of an entry beside it. Returns it, or None if `by` did so before.

    Refusal for what is itself a taking back; LostRace where somebody else was first.
    """
    if entry.corrects_id:
        raise Refusal(_("This takes back another entry. Write the right one down anew."))
    at = at or now()
    try:
        with transaction.atomic():
            return SpendEntry.objects.create(**_opposite(entry), by=by, at=at, corrects=entry)
    except IntegrityError:
        first = SpendEntry.objects.select_related("by").get(corrects=entry)
        if first.by == by:
            return None
        raise outrun(_("Taken back"), first.by, first.recorded_at) from None


def log_reach(campaign, *, by, on, kind, count, place="", note="", batch=None, at=None):
    """Write down heads, listeners, impressions or copies; below 0 corrects an earlier entry.
    Refusal for a day to come."""
    at = at or now()
    _has_been(on, at)
    return ReachEntry.objects.create(
        campaign=campaign,
        on=on,
        kind=kind,
        count=count,
        place=place,
        note=note,
        batch=batch,
        at=at,
        recorded_at=recorded(at, sample=campaign.sample),
        by=by,
        sample=campaign.sample,
    )


@transaction.atomic
def set_budget(amounts, *, head=Head.DEMAND, campaign=None, sample=False):
    """Say what may be spent per month: {its first day: amount in the organisation's currency}.

    None takes a month's line away; what is as it was is not touched. Returns how many changed.
    """
    digits = Organisation.current().currency
    held = BudgetLine.objects.select_for_update().filter(head=head, campaign=campaign)
    there = {line.month: line for line in held.filter(month__in=amounts)}
    changed = 0
    for month, amount in amounts.items():
        line = there.get(month)
        if amount is None and line:
            line.delete()
        elif amount is not None and (line is None or line.base_amount != rounded(amount, digits)):
            said = {"head": head, "campaign": campaign, "month": month, "sample": sample}
            BudgetLine.objects.update_or_create(
                **said, defaults={"base_amount": rounded(amount, digits)}
            )
        else:
            continue
        changed += 1
    return changed


def _opposite(entry):
    same = ("campaign", "head", "on", "until", "kind", "what", "vendor", "invoice", "currency")
    kept = {name: getattr(entry, name) for name in (*same, "rate", "sample")}
    return kept | {
        "amount": -entry.amount,
        "base_amount": -entry.base_amount,
        "recorded_at": now(),
        "note": _("Takes back an entry."),
    }


def _has_been(on, at):
    if on > localdate(at):
        raise Refusal(_("That day is still to come; write it down when it is there."), field="on")


def _check_span(on, until):
    if until and until < on:
        raise Refusal(_("It ends before it begins."), field="until")
    if until and (until - on).days > LONGEST_SPAN:
        raise Refusal(_("Ten years are the longest span."), field="until")
