"""Who was in which campaign, from a file: one row is one person and what they were to it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.imports.writing import rounds
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.campaigns.imports import campaigns_named
from leads.people.actions import Known, find_or_add_many
from leads.responses.actions import Said, check_status, respond_many
from leads.responses.called import CALLED
from leads.responses.statuses import Status

WHO = {"person_id", "email", "phone"}
NEEDED = {"campaign", "status"}


class ResponseImporter(Importer):
    kind = "responses"
    label = gettext_lazy("Responses")
    told = gettext_lazy("A row is one person and what they were to one campaign.")
    may = Can.RUN_CAMPAIGNS
    brings_people = True
    same = gettext_lazy(
        "Somebody is known by their own id, else by e-mail, else by phone. "
        "A like name at a like company only makes a pair to look at."
    )
    effects = gettext_lazy("People who are new are added without a lead. No mail is sent.")
    fields = (
        Field("source_id", gettext_lazy("own id of the row"), Kind.ID),
        Field("person_id", gettext_lazy("own id of the person"), Kind.ID),
        Field("email", gettext_lazy("e-mail"), Kind.EMAIL),
        Field("phone", gettext_lazy("phone"), longest=40),
        Field("name", gettext_lazy("name")),
        Field("company", gettext_lazy("company")),
        Field("campaign", gettext_lazy("campaign, by number, code or name"), longest=120),
        Field("status", gettext_lazy("status"), Kind.CHOICE, choices=Status),
        Field("at", gettext_lazy("when"), Kind.INSTANT),
        Field("note", gettext_lazy("note")),
    )
    options = {}
    needs = (WHO, {"campaign"}, {"status"})
    called = CALLED

    def write(self, rows, task):
        campaigns = campaigns_named({row.get("campaign") for row in rows})
        for row in rows:
            _judge(row, campaigns, task)
        whole = [row for row in rows if row.outcome is None]
        people = find_or_add_many([_known(row, task) for row in whole], batch=task.batch)
        pairs = list(zip(whole, people, strict=True))
        for once in rounds(pairs, lambda pair: (pair[1].pk, pair[0].get("campaign").lower())):
            said = [_said(row, person, campaigns, task) for row, person in once]
            for (row, person), step in zip(
                once, respond_many(said, by=task.batch.by, batch=task.batch), strict=True
            ):
                row.settle(Outcome.CREATED if step else Outcome.UNCHANGED, person.pk)


def _judge(row, campaigns, task):
    if not set(row.values) & WHO:
        row.refuse("", _("Nothing tells who this is."), _("Give an id, an e-mail or a phone."))
    for name in NEEDED - set(row.values):
        row.refuse(name, _("This is missing."), _("Fill it in."))
    there = campaigns.get(row.get("campaign"), [])
    if row.get("campaign") and len(there) != 1:
        words = _("Several campaigns have this name.") if there else _("There is no such campaign.")
        row.refuse("campaign", words, _("Add it first, or give its number, code or name."))
    if row.outcome is None:
        try:
            check_status(there[0], row.get("status"), row.get("at") or task.at)
        except Refusal as refusal:
            row.refuse("status", refusal.message, _("Its type says which there are."))


def _known(row, task):
    return Known(
        name=row.get("name"),
        email=row.get("email"),
        phone=row.get("phone"),
        company=row.get("company"),
        own=(task.source, row.get("person_id")) if row.get("person_id") else None,
    )


def _said(row, person, campaigns, task):
    campaign = campaigns[row.get("campaign")][0]
    note = row.get("note") or row.note
    return Said(person, campaign, row.get("status"), row.get("at") or task.at, note)
