"""The rows of a platform's cost export, read and written together."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Sum
from django.utils.translation import gettext as _

from funnel.imports.policies import HERE_NOT
from funnel.imports.rounding import round_off
from funnel.imports.rows import Outcome
from funnel.models import Organisation
from funnel.money import rounded
from funnel.refusal import Refusal
from leads.campaigns.imports import campaigns_named, judge_campaign
from leads.spending.actions import entry_of, log_reach_many, log_spend_many, reach_of_day
from leads.spending.models import ReachEntry, ReachKind, Source, SpendEntry, SpendKind

NEEDED = {"on", "campaign", "amount"}
TEXTS = ("what", "vendor", "invoice")


@dataclass
class Chunk:
    """Rows that are written together, with what they name and what was written of them before."""

    task: object
    organisation: Organisation
    campaigns: dict
    costs: dict  # {first entry's key: what was written of it so far}
    reached: dict
    wanted: dict  # {row's number: (campaign, unwritten entry or None, impressions)}

    @classmethod
    def of(cls, rows, task):
        before = [row.made for row in rows if row.made]
        return cls(
            task,
            Organisation.current(),
            campaigns_named({row.get("campaign") for row in rows}),
            _costs(before),
            _reached(before),
            {},
        )

    def read(self, row):
        """Refuse a row that cannot be; else say what of it is to be written."""
        judge_campaign(row, self.campaigns)
        if row.outcome is None:
            [campaign] = self.campaigns[row.get("campaign")]
            round_off(row, "amount", row.get("currency") or self.organisation.currency)
            self._want(row, campaign)

    def write(self, rows):
        """Write what the rows tell that was not written yet."""
        entries = [self.wanted[row.number][1] for row in rows]
        log_spend_many([entry for entry in entries if entry])
        reach = []
        for row in rows:
            campaign, entry, more = self.wanted[row.number]
            outcome = Outcome.UPDATED if row.made else Outcome.CREATED
            if self.task.preview:
                self._tell(row, campaign, entry, more)
            row.settle(outcome if entry or more else Outcome.UNCHANGED, row.made or _key(entry))
            if more:
                reach.append(self._reach(row, campaign, more))
        log_reach_many(reach)

    def _tell(self, row, campaign, entry, more):
        """What its day costs and reaches now, and after it."""
        what = ", ".join(filter(None, [str(campaign), str(self._day(row, "on")), row.get("what")]))
        if entry:
            now = self.costs.get(row.made)
            was = HERE_NOT if now is None else f"{rounded(now, entry.currency)} {entry.currency}"
            row.change(what, _("cost"), was, f"{row.get('amount'):f} {entry.currency}")
        if more:
            was = self.reached.get(row.made, HERE_NOT)
            row.change(what, _("impressions"), was, row.get("impressions"))

    def _want(self, row, campaign):
        cost = row.get("amount") - self.costs.get(row.made, Decimal(0))
        more = int(row.get("impressions", 0)) - self.reached.get(row.made, 0)
        try:
            entry = self._entry(row, campaign, cost) if cost else None
        except Refusal as refusal:
            row.refuse(refusal.field or "", refusal.message)
            return
        if entry is None and not row.made:
            row.outcome = Outcome.SKIPPED  # a day that cost nothing
            return
        self.wanted[row.number] = (campaign, entry, more)

    def _entry(self, row, campaign, cost):
        said = {name: row.get(name) for name in TEXTS}
        return entry_of(
            campaign,
            base=self.organisation.currency,
            by=self.task.batch.by,
            at=self.task.at,
            on=self._day(row, "on"),
            until=self._day(row, "until"),
            amount=cost,
            currency=row.get("currency").upper() or self.organisation.currency,
            rate=row.get("rate", None),
            kind=row.get("kind") or SpendKind.MEDIA,
            note=row.note[:200],
            source=Source.FILE,
            batch=self.task.batch,
            adjusts_id=row.made,
            **said,
        )

    def _reach(self, row, campaign, more):
        _campaign, entry, _more = self.wanted[row.number]
        return reach_of_day(
            campaign,
            by=self.task.batch.by,
            at=self.task.at,
            on=self._day(row, "on"),
            kind=ReachKind.IMPRESSIONS,
            count=more,
            batch=self.task.batch,
            bought_id=row.made or entry.pk,
        )

    def _day(self, row, name):
        moment = row.get(name, None)
        return moment and moment.astimezone(ZoneInfo(self.organisation.time_zone)).date()


def _key(entry):
    return entry and entry.pk


def _costs(before):
    """What each of these entries and the files' later words about it come to."""
    found = defaultdict(Decimal)
    entries = SpendEntry.objects.filter(pk__in=before)
    for key, amount in entries.values_list("pk", "amount"):
        found[key] += amount
    later = SpendEntry.objects.filter(adjusts__in=before).order_by().values_list("adjusts")
    for key, total in later.annotate(total=Sum("amount")):
        found[key] += total
    return found


def _reached(before):
    entries = ReachEntry.objects.filter(bought__in=before).order_by().values_list("bought")
    return dict(entries.annotate(total=Sum("count")))
