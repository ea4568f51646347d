"""Leads from a file: one row is one interest of one person."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.colleagues import LONGEST, OPTION, Colleagues, colleagues
from funnel.imports.fields import Field, Kind
from funnel.imports.policies import HERE_NOT
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.ledger import Asked, move_many
from funnel.permissions import Can
from funnel.sets import update
from leads.campaigns.imports import Channels, campaigns_named, channels_named, judge_channel
from leads.lead.actions import Interest, capture_many
from leads.lead.models import Lead, LeadKind
from leads.lead.presets import CALLED, PRESETS
from leads.people.imports import (
    FIELDS,
    POLICED,
    SAME_PERSON,
    WHO,
    bring,
    called,
    judge_who,
    known_of,
)
from leads.stages import LeadStage
from leads.touches.models import TouchKind

SAID = ("landing_page", "words", "heard_from")


class LeadImporter(Importer):
    kind = "leads"
    label = gettext_lazy("People and leads")
    told = gettext_lazy("A row is one interest of one person: who, when, and where they came from.")
    may = Can.CAPTURE_LEADS
    brings_people = True
    same = SAME_PERSON
    effects = gettext_lazy(
        "Leads are born where they were captured. No mail is sent, no clock starts, nobody is "
        "offered over the line."
    )
    asked = {
        "at_stage": (
            gettext_lazy("They arrive as"),
            {
                str(LeadStage.CAPTURED): gettext_lazy("captured: marketing looks at them first"),
                str(LeadStage.MQL): gettext_lazy("MQLs: they were qualified elsewhere"),
            },
        )
    }
    fields = (
        Field("source_id", gettext_lazy("own id"), Kind.ID),
        Field("captured_at", gettext_lazy("captured"), Kind.INSTANT),
        Field("channel", gettext_lazy("channel"), longest=60),
        Field("campaign", gettext_lazy("campaign, by number or name"), longest=120),
        Field("landing_page", gettext_lazy("landing page"), longest=500),
        *FIELDS,
        Field("words", gettext_lazy("in their words"), longest=4000),
        Field("heard_from", gettext_lazy("how they heard of us"), longest=200),
        Field("kind", gettext_lazy("kind"), Kind.CHOICE, choices=LeadKind),
        Field("owner", gettext_lazy("owner, by e-mail or name"), Kind.ID, longest=LONGEST),
    )
    options = {"at_stage": (str(LeadStage.CAPTURED), str(LeadStage.MQL))} | OPTION
    needs = (WHO,)
    policies = POLICED
    undated = ("captured_at",)
    called = CALLED
    presets = PRESETS

    def owners_of(self, batch):
        leads = Lead.objects.filter(batch=batch).exclude(owner=None).order_by()
        return dict(leads.values_list("owner").annotate(n=Count("pk")))

    def write(self, rows, task):
        lookups = Lookups.of(rows, task)
        leads = Lead.objects.select_related("person").in_bulk(
            {row.made for row in rows if row.made}
        )
        for row in rows:
            _judge(row, lookups, task)
            row.made = row.made if row.made in leads else None
        rows = [row for row in rows if row.outcome is None]
        known = [known_of(row, task, row.made and leads[row.made].person) for row in rows]
        found = zip(rows, bring(rows, known, task), strict=True)
        pairs = [(row, one) for row, one in found if row.outcome is None]
        self._fill_in([pair for pair in pairs if pair[0].made], leads, lookups, task)
        _take_in([pair for pair in pairs if not pair[0].made], lookups, task)

    def _fill_in(self, known, leads, lookups, task):
        """A row that was here says something else now: fill in what its lead lacks."""
        labels = {field.name: field.label for field in self.fields}
        changed = []
        for row, one in known:
            lead = leads[row.made]
            new = lookups.of_row(row) | {name: row.get(name) for name in SAID}
            missing = {name: each for name, each in new.items() if each and not getattr(lead, name)}
            for name, value in missing.items():
                setattr(lead, name, value)
                if task.preview:
                    row.change(called(row, one.person), labels[name], "", value)
            if missing:
                changed.append(lead)
            filled = missing or one.changed
            row.settle(Outcome.UPDATED if filled else Outcome.UNCHANGED, lead.pk)
        update(changed, ["campaign", "channel", "owner", *SAID])


@dataclass
class Lookups:
    """What the rows of a chunk name, looked up once."""

    channels: Channels
    campaigns: dict
    owners: Colleagues

    @classmethod
    def of(cls, rows, task):
        named = {name: {row.get(name) for row in rows} for name in ("channel", "campaign", "owner")}
        return cls(
            channels_named(named["channel"], task.batch),
            campaigns_named(named["campaign"]),
            colleagues(named["owner"], task),
        )

    def of_row(self, row):
        """What a row names, None for what it does not; a campaign brings channel and owner."""
        campaign = next(iter(self.campaigns.get(row.get("campaign"), [])), None)
        return {
            "campaign": campaign,
            "channel": self.channels.get(row.get("channel")) or (campaign and campaign.channel),
            "owner": self.owners.get(row.get("owner")) or (campaign and campaign.owner),
        }


def _judge(row, lookups, task):
    """Refuse a row that names what there is not."""
    judge_who(row)
    if "captured_at" in task.fields and not row.get("captured_at"):
        row.refuse("captured_at", _("The date is missing."), _("Fill it in."))
    campaign = row.get("campaign")
    if campaign and len(lookups.campaigns[campaign]) > 1:
        row.refuse("campaign", _("Several campaigns have this name."), _("Give its number."))
    elif campaign and not lookups.campaigns[campaign]:
        row.refuse(
            "campaign", _("There is no such campaign."), _("Add it first, or correct the name.")
        )
    judge_channel(row, lookups.channels, task)
    lookups.owners.judge(row, ["owner"])


def _take_in(new, lookups, task):
    """Bear the leads of new rows, and touch those that are open."""
    interests = [_interest(row, one.person, lookups, task) for row, one in new]
    taken = capture_many(interests, batch=task.batch)
    for (row, one), (lead, born) in zip(new, taken, strict=True):
        row.settle(Outcome.CREATED if born else Outcome.UPDATED, lead.pk)
        if task.preview:
            row.change(called(row, one.person), _("lead"), *_what_comes(one, born))
    if task.options["at_stage"] == LeadStage.MQL:
        born = [lead for lead, is_ in taken if is_]
        asked = [Asked(lead.pk, lead.born_at, task.batch.by_id, time_known=False) for lead in born]
        move_many(Lead, asked, LeadStage.MQL, batch=task.batch, held=born)


def _what_comes(one, born):
    if not born:
        return _("an open lead"), _("a touch on it")
    return HERE_NOT, _("new person, new lead") if one.added else _("new lead")


def _interest(row, person, lookups, task):
    return Interest(
        person=person,
        touched=TouchKind.IMPORT,
        at=row.get("captured_at") or task.at,
        by=task.batch.by,
        time_known="captured_at" in row.values,
        **lookups.of_row(row),
        kind=row.get("kind"),
        words=row.get("words"),
        heard_from=row.get("heard_from"),
        page=row.get("landing_page"),
        note=row.note,
    )
