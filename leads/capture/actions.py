import hashlib

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from leads.capture.models import Outcome, Submission
from leads.lead.actions import capture
from leads.people.actions import find_or_add
from leads.touches.models import TouchKind

LONGEST = {"name": 200, "email": 254, "phone": 40, "company": 200, "words": 4000}


def keep(form, *, submission_id, payload, seconds_on_page=None, visitor="", suspicion="", at=None):
    """Keep what a stranger sent before anything is decided. Returns (submission, new).

    Sending the same `submission_id` to the same form again keeps nothing twice.
    """
    return Submission.objects.get_or_create(
        form=form,
        submission_id=submission_id,
        defaults={
            "payload": _clean(payload),
            "seconds_on_page": seconds_on_page,
            "visitor": visitor,
            "suspicion": suspicion,
            "received_at": at or now(),
            "sample": form.sample,
        },
    )


@transaction.atomic
def decide(submission, *, by=None, admit=False):
    """Make the lead of what was sent, or say why not. Twice is once.

    A suspicious submission is held until a person admits it (`admit`).
    """
    row = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    if row.outcome not in (Outcome.RECEIVED, Outcome.HELD, Outcome.ERROR):
        return row
    if row.suspicion and not admit:
        return _decided(row, Outcome.HELD, row.suspicion)
    if problem := _problem(row.payload):
        return _decided(row, Outcome.ERROR, problem)
    row.lead, added = _captured(row, by)
    return _decided(row, Outcome.CREATED if added else Outcome.MATCHED, "")


def _captured(row, by):
    sent = row.payload
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
        page=f"form {row.form_id}",
        visitor=row.visitor,
    )
    return lead, added


def _decided(row, outcome, detail):
    row.outcome, row.detail, row.decided_at = outcome, detail, now()
    row.save(update_fields=["outcome", "detail", "decided_at", "lead"])
    return row


def _problem(payload):
    email, phone = payload.get("email", ""), payload.get("phone", "")
    if not email and not phone:
        return _("Neither mail nor phone.")
    if email:
        try:
            validate_email(email)
        except ValidationError:
            return _("The e-mail address cannot be one.")
    return ""


def _clean(payload):
    """Text as it came, without U+0000, which PostgreSQL cannot hold, and capped."""
    return {
        key: str(value).replace("\x00", "").strip()[: LONGEST.get(key, 500)]
        for key, value in payload.items()
    }


def visitor_key(address, agent, day, secret):
    """A visitor of one day, told apart without a cookie and not to be traced back."""
    return hashlib.sha256(f"{secret}|{day}|{address}|{agent}".encode()).hexdigest()[:32]
