"""What becomes of what came in."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.capture.actions.keeping import cleaned
from leads.capture.answers import agree, in_words
from leads.capture.models import OPEN_OUTCOMES, Outcome, Submission
from leads.capture.spam import HELD_AT, SPAM_AT, signs_of
from leads.lead.actions import capture
from leads.links.actions.coming import note_coming
from leads.links.arrivals import Arrival
from leads.people.actions import find_or_add
from leads.people.keys import phone_key
from leads.touches.models import TouchKind


@transaction.atomic
def decide(submission, *, by=None, admit=False, at=None):
    """Make the lead of what was sent, or say why not. Twice is once.

    A suspicious submission is held until a person admits it (`admit`): see leads.capture.spam.
    """
    row = _locked(submission)
    if not row.is_open:
        return row
    if not admit and (outcome := _judged(row)):
        return _decided(row, outcome, row.signs[0][0], by, at)
    if row.unread and row.mended is None:
        return _decided(row, Outcome.ERROR, row.detail or _("It cannot be read."), by, at)
    if problem := problem_of(row.said):
        return _decided(row, Outcome.ERROR, problem, by, at)
    if row.test:
        return _decided(row, Outcome.TESTED, _rehearsed(row), by, at)
    if row.must_confirm and not (admit and row.outcome == Outcome.UNCONFIRMED):
        return _decided(row, Outcome.UNCONFIRMED, "", by, at)
    row.lead, added = _captured(row, by)
    _attempts(row).filter(outcome=Outcome.ERROR).update(outcome=Outcome.CORRECTED)
    return _decided(row, Outcome.CREATED if added else Outcome.MATCHED, "", by, at)


@transaction.atomic
def fault(submission, why, *, at=None):
    """The stranger was told at the field what is wrong; it waits in case they do not come back."""
    row = _locked(submission)
    return _decided(row, Outcome.ERROR, why, None, at) if row.outcome == Outcome.RECEIVED else row


@transaction.atomic
def mend(submission, *, by, **fields):
    """Correct what was sent, beside the original, and admit it. Refusal if it is still wrong."""
    row = _locked(submission)
    _refuse_decided(row)
    row.mended = row.said | cleaned(fields)
    if problem := problem_of(row.mended):
        raise Refusal(problem, field="phone" if row.mended.get("phone") else "email")
    row.save(update_fields=["mended"])
    return decide(row, by=by, admit=True)


@transaction.atomic
def call_spam(submission, *, by, at=None):
    """A person says: spam. It stays where it is and can still be admitted."""
    row = _locked(submission)
    _refuse_decided(row)
    return _decided(row, Outcome.SPAM, row.detail, by, at)


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


def _judged(row):
    """SPAM, HELD or "" by the sum of its signs, which the row keeps."""
    signs = signs_of(row)
    row.signs = [[sign.key, sign.points, sign.about] for sign in signs]
    total = sum(sign.points for sign in signs)
    return Outcome.SPAM if total >= SPAM_AT else Outcome.HELD if total >= HELD_AT else ""


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
        touched=TouchKind.FORM if row.form else TouchKind.PROGRAM,
        at=row.received_at,
        campaign=row.way_in.campaign,
        owner=row.source and row.source.owner,
        words=in_words(row),
        heard_from=sent.get("heard_from", ""),
        page=str(row.way_in),
        visitor=row.visitor,
    )
    opened = row.received_at - timedelta(seconds=row.seconds_on_page or 0)
    note_coming(lead, Arrival(**row.arrival), at=opened, visitor=row.visitor)
    agree(row, person, lead)
    return lead, added


def _rehearsed(row):
    """What would have become of it, in words. All that happens to a lead happens, and is undone."""
    with transaction.atomic():
        lead, added = _captured(row, None)
        person = _("a new person") if added else _("a known person")
        words = {"who": str(lead.person)[:80], "person": person, "campaign": lead.campaign}
        transaction.set_rollback(True)
    told = _("%(who)s, %(person)s, would have become a lead of %(campaign)s. It ends at the line.")
    return (told % words)[:300]


def _decided(row, outcome, detail, by, at=None):
    row.outcome, row.detail, row.decided_at, row.decided_by = outcome, detail, at or now(), by
    row.save(update_fields=["outcome", "detail", "signs", "decided_at", "decided_by", "lead"])
    return row
