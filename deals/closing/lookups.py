"""What the rows of a file of deals name, looked up once for a set of them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from deals.models import Deal
from funnel.imports.colleagues import Colleagues, colleagues
from funnel.imports.keys import record_of
from funnel.models import Organisation, Reason, ReasonKind
from funnel.money import freeze
from funnel.refusal import Refusal
from leads.models import Lead, MatchKey
from leads.people.keys import keys_of

COLLEAGUES = ("offered_by", "accepted_by", "owner")
UNSAID = {ReasonKind.WIN: "unknown", ReasonKind.LOSS: "other"}  # where a file gives no reason


@dataclass
class Lookups:
    leads: dict  # row number: lead
    deals: dict
    users: Colleagues
    reasons: dict
    base: str
    by: object

    @classmethod
    def of(cls, rows, task):
        deals = Deal.objects.select_related("lead").in_bulk([row.made for row in rows if row.made])
        for row in rows:
            row.made = row.made if row.made in deals else None
        names = {row.get(name) for row in rows for name in COLLEAGUES}
        return cls(
            _leads(rows, deals, task.source),
            deals,
            colleagues(names, task),
            _reasons(),
            Organisation.current().currency,
            task.batch.by,
        )

    def judge(self, row):
        """Refuse a row that names what there is not, or that contradicts itself."""
        if self.lead(row) is None:
            name = next((name for name in ("lead_id", "email", "phone") if row.get(name)), "")
            row.refuse(name, _("No lead is here for this."), _("Import the leads first."))
        if "won_at" in row.values and "lost_at" in row.values:
            row.refuse("lost_at", _("A deal cannot be won and lost."), _("Empty one of the two."))
        self.users.judge(row, COLLEAGUES)
        if self.owner(row) is None and not any(map(row.get, COLLEAGUES)):
            row.refuse("accepted_by", _("Nobody is named who works on it."), _("Fill it in."))
        if row.get("amount", 0) < 0:
            row.refuse("amount", _("An amount is not below 0."), _("Correct it."))
        if self.reason(row) == (None, ""):
            row.refuse("reason", _("There is no such reason."), _("Add it first, or empty it."))
        try:
            self.worth(row)
        except Refusal as refusal:
            row.refuse(refusal.field, refusal.message)

    def lead(self, row):
        return self.leads.get(row.number)

    def user(self, row, field):
        return self.users.get(row.get(field))

    def owner(self, row):
        """Who works on it: where nobody is named, who accepted it or whose import this is."""
        return self.user(row, "owner") or self.user(row, "accepted_by") or self.by

    def accepter(self, row):
        return self.user(row, "accepted_by") or self.owner(row)

    def reason(self, row):
        """(reason, words) of how it ended; (None, "") where the reason is not one of ours."""
        kind = ReasonKind.LOSS if "lost_at" in row.values else ReasonKind.WIN
        said = row.get("reason").lower()
        reason = self.reasons.get((kind, said or UNSAID[kind]))
        words = row.get("words")
        if reason and reason.needs_words and not words:
            words = _("Not said in the file.")
        return (reason, words) if reason else (None, "")

    def money(self, row):
        """What the row says it is worth; where it gives no amount, nothing is known of it."""
        known = "amount" in row.values
        return {
            "amount": row.get("amount", None),
            "currency": row.get("currency").upper() if known else "",
            "rate": row.get("rate", None) if known else None,
        }

    def worth(self, row):
        """The money as a Deal keeps it. Refusal: see `freeze`."""
        money = self.money(row)
        frozen = freeze(money["amount"], money["currency"] or self.base, self.base, money["rate"])
        return {
            "amount": frozen.amount,
            "currency": frozen.currency,
            "rate": frozen.rate,
            "base_amount": frozen.base_amount,
            "due": frozen.amount,
        }


def _leads(rows, deals, source):
    """{row number: the lead it is about}: that of its own id, else its person's open or last."""
    by_id = record_of("leads", source, {row.get("lead_id") for row in rows} - {""})
    keys = {row.number: _keys(row, source) for row in rows}
    people = _people({key for those in keys.values() for key in those})
    found = {}
    for row in rows:
        person = next((people[key] for key in keys[row.number] if key in people), None)
        lead = deals[row.made].lead_id if row.made else by_id.get(row.get("lead_id"))
        found[row.number] = (lead, person)
    known = Lead.objects.select_related("person").prefetch_related("person__keys")
    leads = known.in_bulk([lead for lead, _person in found.values() if lead])
    latest = _latest(known, {person for lead, person in found.values() if lead not in leads})
    return {
        number: leads.get(lead) or latest.get(person) for number, (lead, person) in found.items()
    }


def _keys(row, source):
    own = (source, row.get("lead_id")) if row.get("lead_id") else None
    return keys_of(email=row.get("email"), phone=row.get("phone"), own=own)


def _people(keys):
    """{match key: the person's key}"""
    rows = MatchKey.objects.filter(
        kind__in={kind for kind, _value in keys}, value__in={value for _kind, value in keys}
    )
    return {(row.kind, row.value): row.person_id for row in rows}


def _latest(leads, people):
    """{person: their open lead, else their last}"""
    found = {}
    for lead in leads.filter(person__in=people - {None}).order_by("born_at", "pk"):
        before = found.get(lead.person_id)
        if before is None or lead.is_open or not before.is_open:
            found[lead.person_id] = lead
    return found


def _reasons():
    """{(kind, key or name in lower case): reason}"""
    reasons = Reason.objects.filter(kind__in=UNSAID)
    named = {(each.kind, str(each).lower()): each for each in reasons}
    return named | {(each.kind, each.key): each for each in reasons}
