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
def log_spend(campaign=None, *, at=None, **said):
    """Write down money spent on a day, or evenly over the days until `until`. Returns the entry.

    `said`: by, on, amount, currency, and as known rate, until, head (DEMAND unless said), kind,
    what, vendor, invoice, note, sample. Below 0 corrects an earlier entry. A span may reach into
    the future: what lies there is committed. Refusal for a first day to come, for 0, for another
    head than DEMAND on a campaign, and see `freeze`.
    """
    entry = entry_of(campaign, base=Organisation.current().currency, at=at or now(), **said)
    entry.save(force_insert=True)
    return entry


def entry_of(campaign, *, base, on, amount, currency, at, rate=None, until=None, **more):
    """The entry that `log_spend` writes, unwritten, `base` being the organisation's currency."""
    frozen = freeze(amount, currency, base, rate)
    _has_been(on, at)
    _check_span(on, until)
    if not frozen.amount:
        raise Refusal(_("Nothing was spent, then there is nothing to write down."), field="amount")
    if campaign and more.get("head", Head.DEMAND) != Head.DEMAND:
        raise Refusal(_("A campaign brings people in; leave it out here."), field="head")
    sample = campaign.sample if campaign else more.get("sample", False)
    worth = {name: getattr(frozen, name) for name in ("amount", "currency", "rate", "base_amount")}
    own = {"on": on, "until": until if until != on else None, "sample": sample, "at": at}
    learned = {"recorded_at": recorded(at, sample=sample)}
    return SpendEntry(campaign=campaign, **more | worth | own | learned)


def log_spend_many(entries):
    """Write what `entry_of` made, in one statement; returns them."""
    return SpendEntry.objects.bulk_create(entries)


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


def log_reach(campaign, *, by, on, kind, count, at=None, **more):
    """Write down heads, listeners, impressions or copies; below 0 corrects an earlier entry.

    `more`: place, note, batch, bought, adjusts. Refusal for a day to come.
    """
    reach = reach_of_day(campaign, by=by, on=on, kind=kind, count=count, at=at or now(), **more)
    reach.save(force_insert=True)
    return reach


def reach_of_day(campaign, *, on, at, **said):
    """The entry that `log_reach` writes, unwritten."""
    _has_been(on, at)
    sample = campaign.sample
    learned = {"at": at, "recorded_at": recorded(at, sample=sample), "sample": sample}
    return ReachEntry(campaign=campaign, on=on, **said, **learned)


def log_reach_many(entries):
    """Write what `reach_of_day` made, in one statement."""
    ReachEntry.objects.bulk_create(entries)


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
