"""Who was in which campaign, from a file: one row is one person and what they were to it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.policies import HERE_NOT
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.imports.writing import rounds
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.campaigns.imports import campaigns_named, judge_campaign
from leads.people.actions import find_or_add_many
from leads.people.imports import (
    OTHERS_FIELDS,
    OTHERS_WHO,
    SAME_PERSON,
    judge_whom,
    known_of,
)
from leads.responses.actions import Said, check_status, respond_many
from leads.responses.called import CALLED
from leads.responses.models import CampaignResponse
from leads.responses.statuses import Status

NEEDED = {"campaign", "status"}


class ResponseImporter(Importer):
    kind = "responses"
    label = gettext_lazy("Responses")
    told = gettext_lazy("A row is one person and what they were to one campaign.")
    may = Can.RUN_CAMPAIGNS
    brings_people = True
    same = SAME_PERSON
    effects = gettext_lazy("People who are new are added without a lead. No mail is sent.")
    fields = (
        Field("source_id", gettext_lazy("own id of the row"), Kind.ID),
        *OTHERS_FIELDS,
        Field("campaign", gettext_lazy("campaign, by number, code or name"), longest=120),
        Field("status", gettext_lazy("status"), Kind.CHOICE, choices=Status),
        Field("at", gettext_lazy("when"), Kind.INSTANT),
        Field("note", gettext_lazy("note")),
    )
    options = {}
    needs = (OTHERS_WHO, {"campaign"}, {"status"})
    called = CALLED

    def write(self, rows, task):
        campaigns = campaigns_named({row.get("campaign") for row in rows})
        for row in rows:
            _judge(row, campaigns, task)
        whole = [row for row in rows if row.outcome is None]
        known = [known_of(row, task, own="person_id") for row in whole]
        people = find_or_add_many(known, batch=task.batch)
        pairs = list(zip(whole, people, strict=True))
        for once in rounds(pairs, lambda pair: (pair[1].pk, pair[0].get("campaign").lower())):
            said = [_said(row, person, campaigns, task) for row, person in once]
            before = _standing(said) if task.preview else {}
            for (row, person), step in zip(
                once, respond_many(said, by=task.batch.by, batch=task.batch), strict=True
            ):
                if step and task.preview:
                    _tell(row, person, campaigns, before)
                row.settle(Outcome.CREATED if step else Outcome.UNCHANGED, person.pk)


def _standing(said):
    """{(person's key, campaign's key): what they are to it now, in words}"""
    rows = CampaignResponse.objects.filter(
        person__in={each.person.pk for each in said},
        campaign__in={each.campaign.pk for each in said},
    )
    return {(row.person_id, row.campaign_id): row.get_status_display() for row in rows}


def _tell(row, person, campaigns, before):
    campaign = campaigns[row.get("campaign")][0]
    was = before.get((person.pk, campaign.pk), HERE_NOT)
    row.change(person, campaign, was, Status(row.get("status")).label)


def _judge(row, campaigns, task):
    judge_whom(row)
    for name in NEEDED - set(row.values):
        row.refuse(name, _("This is missing."), _("Fill it in."))
    judge_campaign(row, campaigns)
    if row.outcome is None:
        [campaign] = campaigns[row.get("campaign")]
        try:
            check_status(campaign, row.get("status"), row.get("at") or task.at)
        except Refusal as refusal:
            row.refuse("status", refusal.message, _("Its type says which there are."))


def _said(row, person, campaigns, task):
    campaign = campaigns[row.get("campaign")][0]
    note = row.get("note") or row.note
    return Said(person, campaign, row.get("status"), row.get("at") or task.at, note)
