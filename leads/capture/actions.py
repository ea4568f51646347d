import json
import uuid
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.capture.models import OPEN_OUTCOMES, Outcome, Submission
from leads.lead.actions import capture
from leads.links.actions.coming import note_coming
from leads.links.arrivals import Arrival
from leads.people.actions import find_or_add
from leads.people.keys import phone_key
from leads.touches.models import TouchKind

LONGEST = {"name": 200, "email": 254, "phone": 40, "company": 200, "words": 4000}


def keep(form, *, submission_id, payload, at=None, **told):
    """Keep what a stranger sent before anything is decided. Returns (submission, new).

    `told`: seconds_on_page, visitor, suspicion, arrival. Sending the same again keeps nothing
    twice. Other words under the same `submission_id` (they went back and changed them) are kept
    beside the first.
    """
    payload = _clean(payload)
    sent = {
        "payload": payload,
        "received_at": at or now(),
        "sample": form.sample,
        **told,
    }
    first, new = Submission.objects.get_or_create(
        form=form, submission_id=submission_id, defaults=sent
    )
    if new or first.payload == payload:
        return first, new
    return Submission.objects.get_or_create(
        form=form,
        submission_id=uuid.uuid5(first.submission_id, json.dumps(payload, sort_keys=True)),
        defaults=sent | {"earlier": first},
    )


@transaction.atomic
def type_in(*, by, name="", email="", phone="", company="", at=None, **interest):
    """Somebody of ours writes down a person's interest. Returns (lead, person added, lead born).

    `interest`: words, campaign, channel, product. Refusal without a name, mail or phone, and where
    all there is of them is a phone number that is none.
    """
    if not (plain(name) or email.strip() or phone.strip()):
        raise Refusal(_("Give a name, a mail address or a phone number."), field="name")
    if not (plain(name) or email.strip() or phone_key(phone)):
        raise Refusal(
            _("The phone number alone has to be one, with its country code."), field="phone"
        )
    person, added = find_or_add(name=name, email=email, phone=phone, company=company)
    lead, born = capture(person, by=by, owner=by, touched=TouchKind.HAND, at=at, **interest)
    return lead, added, born


@transaction.atomic
def decide(submission, *, by=None, admit=False, at=None):
    """Make the lead of what was sent, or say why not. Twice is once.

    A suspicious submission is held until a person admits it (`admit`).
    """
    row = _locked(submission)
    if not row.is_open:
        return row
    if row.suspicion and not admit:
        return _decided(row, Outcome.HELD, row.suspicion, by, at)
    if problem := problem_of(row.said):
        return _decided(row, Outcome.ERROR, problem, by, at)
    row.lead, added = _captured(row, by)
    _attempts(row).filter(outcome=Outcome.ERROR).update(outcome=Outcome.CORRECTED)
    return _decided(row, Outcome.CREATED if added else Outcome.MATCHED, "", by, at)


@transaction.atomic
def fault(submission, why):
    """The stranger was told at the field what is wrong; it waits in case they do not come back."""
    row = _locked(submission)
    return _decided(row, Outcome.ERROR, why, None) if row.outcome == Outcome.RECEIVED else row


@transaction.atomic
def mend(submission, *, by, **fields):
    """Correct what was sent, beside the original, and admit it. Refusal if it is still wrong."""
    row = _locked(submission)
    _refuse_decided(row)
    row.mended = row.said | _clean(fields)
    if problem := problem_of(row.mended):
        raise Refusal(problem, field="phone" if row.mended.get("phone") else "email")
    row.save(update_fields=["mended"])
    return decide(row, by=by, admit=True)


@transaction.atomic
def set_aside(submission, *, by, at=None):
    """A person says: no lead. It stays where it is and can still be admitted."""
    row = _locked(submission)
    _refuse_decided(row)
    return _decided(row, Outcome.ASIDE, row.detail, by, at)


def problem_of(payload):
    """Why these values make no lead, or an empty string."""
    email, phone = payload.get("email", ""), payload.get("phone", "")
    if not email and not phone:
        return _("Neither mail nor phone.")
    if email:
        try:
            validate_email(email)
        except ValidationError:
            return _("The e-mail address cannot be one.")
    elif phone_key(phone) is None:
        return _("The phone number lacks its country code.")
    return ""


def _locked(submission):
    return Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)


def _refuse_decided(row):
    if row.outcome not in OPEN_OUTCOMES:
        raise Refusal(_("This has already become a lead."))


def _attempts(row):
    """What the same visitor sent from the same page before."""
    first = row.earlier_id or row.pk
    same = Submission.objects.filter(pk=first) | Submission.objects.filter(earlier=first)
    return same.exclude(pk=row.pk)


def _captured(row, by):
    sent = row.said
    person, added = find_or_add(
        name=sent.get("name", ""),
        email=sent.get("email", ""),
        phone=sent.get("phone", ""),
        company=sent.get("company", ""),
        sample=row.sample,
    )
    lead, _born = capture(
        person,
        by=by,
        touched=TouchKind.FORM,
        at=row.received_at,
        campaign=row.form.campaign,
        words=sent.get("words", ""),
        page=row.form.title,
        visitor=row.visitor,
    )
    opened = row.received_at - timedelta(seconds=row.seconds_on_page or 0)
    note_coming(lead, Arrival(**row.arrival), at=opened, visitor=row.visitor)
    return lead, added


def _decided(row, outcome, detail, by, at=None):
    row.outcome, row.detail, row.decided_at, row.decided_by = outcome, detail, at or now(), by
    row.save(update_fields=["outcome", "detail", "decided_at", "decided_by", "lead"])
    return row


def _clean(payload):
    """Text as it came, capped, without U+0000, which PostgreSQL cannot hold; what stands on one
    line is without all characters that nobody sees."""
    return {key: _said(key, str(value))[: LONGEST.get(key, 500)] for key, value in payload.items()}


def _said(key, value):
    return value.replace("\x00", "").strip() if key == "words" else plain(value)
