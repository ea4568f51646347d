"""How many were reached, from a file: one row is what was counted of one campaign on one day."""

from collections import defaultdict
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.policies import HERE_NOT
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.models import Organisation
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.campaigns.imports import campaigns_named, judge_campaign
from leads.spending.actions import log_reach_many, reach_of_day
from leads.spending.called import CALLED
from leads.spending.models import ReachEntry, ReachKind

NEEDED = {"on", "campaign", "kind", "count"}
MOST = 2_000_000_000  # what a column of counts holds


class ReachImporter(Importer):
    kind = "reach"
    label = gettext_lazy("Reach")
    told = gettext_lazy("A row is how many one campaign reached on one day, as somebody counted.")
    may = Can.RUN_CAMPAIGNS
    same = gettext_lazy(
        "A row is known by day, campaign, kind and place. Another count for the same is written as "
        "the difference. Rows of one file that are so known add up."
    )
    effects = gettext_lazy("What is written counts at once.")
    fields = (
        Field("source_id", gettext_lazy("own id"), Kind.ID),
        Field("on", gettext_lazy("day"), Kind.INSTANT),
        Field("campaign", gettext_lazy("campaign, by number, code or name"), longest=120),
        Field("kind", gettext_lazy("what was counted"), Kind.CHOICE, choices=ReachKind),
        Field("count", gettext_lazy("how many"), Kind.AMOUNT),
        Field("place", gettext_lazy("where"), longest=120),
        Field("note", gettext_lazy("note")),
    )
    options = {}
    needs = tuple({name} for name in sorted(NEEDED))
    called = CALLED
    keyed_by = (
        ("source_id",),
        ("on", "campaign", "kind", "place"),
        ("on", "campaign", "kind"),
    )

    adds = ("count",)

    def judge(self, row):
        row.miss(sorted(NEEDED))
        count = row.get("count", 0)
        if count % 1 or not 0 <= count <= MOST:
            row.refuse("count", _("This is no number of people."), _("Write a whole number."))

    def write(self, rows, task):
        campaigns = campaigns_named({row.get("campaign") for row in rows})
        before = _counted([row.made for row in rows if row.made])
        clock, entries = ZoneInfo(Organisation.current().time_zone), []
        for row in rows:
            _judge(row, campaigns)
            if row.outcome is None and (entry := _entry(row, campaigns, before, clock, task)):
                entries.append((row, entry))
        log_reach_many([entry for _row, entry in entries])
        for row, entry in entries:
            if task.preview:
                _tell(row, entry, before)
            outcome = Outcome.UPDATED if row.made else Outcome.CREATED
            row.settle(outcome, row.made or entry.pk)


def _tell(row, entry, before):
    """How many its day has reached now, and after it."""
    where = [entry.campaign, date_format(entry.on, "j M Y"), entry.place]
    what = ", ".join(str(each) for each in where if each)
    now = before.get(row.made)
    was = HERE_NOT if now is None else now
    row.change(what, entry.get_kind_display(), was, f"{row.get('count'):f}")


def _judge(row, campaigns):
    judge_campaign(row, campaigns)
    if row.get("count", 0) > MOST:
        row.refuse("count", _("This is no number of people."), _("Write a whole number."))


def _entry(row, campaigns, before, clock, task):
    """What the row tells that was not written yet; None, and the row has its outcome, if nothing.

    Refuses a day to come.
    """
    more = int(row.get("count")) - before.get(row.made, 0)
    if not more:
        row.settle(Outcome.UNCHANGED if row.made else Outcome.SKIPPED, row.made)
        return None
    try:
        return reach_of_day(
            campaigns[row.get("campaign")][0],
            by=task.batch.by,
            at=task.at,
            on=row.get("on").astimezone(clock).date(),
            kind=row.get("kind"),
            count=more,
            place=row.get("place"),
            note=(row.get("note") or row.note)[:200],
            batch=task.batch,
            adjusts_id=row.made,
        )
    except Refusal as refusal:
        row.refuse(refusal.field or "", refusal.message)
        return None


def _counted(keys):
    """{first entry's key: how many it and the files' later words about it come to}."""
    found = defaultdict(int)
    for key, count in ReachEntry.objects.filter(pk__in=keys).values_list("pk", "count"):
        found[key] += count
    later = ReachEntry.objects.filter(adjusts__in=keys)
    for key, count in later.values_list("adjusts", "count"):
        found[key] += count
    return found
