"""People from a file: one row is one person. What other files say of people is read here too."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.policies import HERE_NOT, kept
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.permissions import Can
from leads.people.actions import Known, bring_many
from leads.people.cells import (
    check_phone,
    first_mail,
    first_phone,
    further_mails,
    further_phones,
)
from leads.people.keys import email_key, phone_key
from leads.people.models import Person
from leads.people.presets import CALLED, PRESETS

NAMES = ("first_name", "middle_name", "last_name")
WHO = {"source_id", "email", "phone", "name", "first_name", "last_name"}
POLICED = ("name", "email", "phone", "company")


EMAIL = Field("email", gettext_lazy("e-mail"), Kind.EMAIL, tidy=first_mail, further=further_mails)
PHONE = Field(
    "phone",
    gettext_lazy("phone"),
    longest=40,
    tidy=first_phone,
    further=further_phones,
    check=check_phone,
)
FIELDS = (
    Field("name", gettext_lazy("name")),
    Field("first_name", gettext_lazy("first name, where there is no whole one"), longest=80),
    Field("middle_name", gettext_lazy("middle name"), longest=40),
    Field("last_name", gettext_lazy("last name"), longest=80),
    EMAIL,
    PHONE,
    Field("company", gettext_lazy("company")),
)
LABELS = {field.name: field.label for field in FIELDS}
OTHERS_FIELDS = (  # whom a row is about that is no person's own
    Field("person_id", gettext_lazy("own id of the person"), Kind.ID),
    EMAIL,
    PHONE,
    Field("name", gettext_lazy("name")),
    Field("company", gettext_lazy("company")),
)
OTHERS_WHO = {"person_id", "email", "phone"}
SAME_PERSON = gettext_lazy(
    "Somebody is known by their own id, else by e-mail, else by phone. "
    "A like name at a like company only makes a pair to look at."
)


class PeopleImporter(Importer):
    kind = "people"
    label = gettext_lazy("People")
    told = gettext_lazy("A row is one person, without a lead.")
    may = Can.CAPTURE_LEADS
    keeps_notes = False
    brings_people = True
    same = SAME_PERSON
    effects = gettext_lazy("No lead is born and no mail is sent.")
    fields = (Field("source_id", gettext_lazy("own id"), Kind.ID), *FIELDS)
    options = {}
    needs = (WHO,)
    policies = POLICED
    called = CALLED
    presets = PRESETS

    def write(self, rows, task):
        here = Person.objects.in_bulk({row.made for row in rows if row.made})
        for row in rows:
            judge_who(row)
        whole = [row for row in rows if row.outcome is None]
        known = [known_of(row, task, here.get(row.made)) for row in whole]
        for row, one in zip(whole, bring(whole, known, task), strict=True):
            if row.outcome is None:
                row.settle(_outcome(one), one.person.pk)
                if task.preview and one.added:
                    row.change(called(row), gettext_lazy("person"), HERE_NOT, _("new person"))


def judge_who(row):
    if not WHO & row.values.keys():
        row.refuse("", _("Nothing tells who this is."), _("Give an id, an e-mail or a name."))


def judge_whom(row):
    """As `judge_who`, where a row is about somebody and a name alone tells too little."""
    if not OTHERS_WHO & row.values.keys():
        row.refuse("", _("Nothing tells who this is."), _("Give an id, an e-mail or a phone."))


def known_of(row, task, person=None, *, own="source_id"):
    """What a row says of a person, who may be known already; `own` is the field of their own id."""
    return Known(
        name=row.get("name") or " ".join(filter(None, map(row.get, NAMES))),
        email=row.get("email"),
        phone=row.get("phone"),
        company=row.get("company"),
        own=(task.source, row.get(own)) if row.get(own) else None,
        person=person and person.standing,
        more=_further(row),
    )


def _further(row):
    """The match keys of what a row says beside the first e-mail and the first phone."""
    keys = [email_key(each) for each in row.get("more_email", ())]
    return tuple(keys + [key for key in map(phone_key, row.get("more_phone", ())) if key])


def bring(rows, known, task):
    """Find or add the people of the rows; a Found for each. Rows that cannot be are refused, and
    in a preview they tell what they change of people who were here."""
    found = bring_many(known, batch=task.batch, policies=task.policies)
    for row, one in zip(rows, found, strict=True):
        if one.conflict:
            name, holder = one.conflict
            row.refuse(
                name,
                _("%s already has this.") % (holder.name or row.get(name)),
                _("Correct it, merge the two people, or let what is here stand."),
            )
        elif task.preview:
            _tell(row, one)
    return found


def called(row, person=None):
    """Whom a row is about, as far as it needs no question."""
    name = person.name if person else row.get("name")
    told = name or " ".join(filter(None, map(row.get, NAMES)))
    own = row.get("person_id") or row.get("source_id")
    return told or row.get("email") or row.get("phone") or own


def _tell(row, one):
    who = called(row, one.person)
    for name, was, value in one.changed:
        row.change(who, LABELS[name], was, value)
    for name, was, value in one.kept:
        row.change(who, LABELS[name], was, kept(was, value))


def _outcome(one):
    if one.added:
        return Outcome.CREATED
    return Outcome.UPDATED if one.changed else Outcome.UNCHANGED
