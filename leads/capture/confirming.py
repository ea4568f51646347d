"""Whoever sent a form is asked by mail whether it was them; only then is a lead made of it."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now

from funnel.plain import plain
from leads.capture.actions.deciding import decide
from leads.capture.models import Outcome, Submission
from leads.forms.phrases import phrases

SALT = "leads.capture.confirming"
VALID = 48 * 3600  # seconds from the mail on

logger = logging.getLogger(__name__)


def ask_unconfirmed(most=200):
    """Mail everybody who was not asked yet; nobody of the sample. Returns how many. One that fails
    is tried again, as long as a link would be good for."""
    since = now() - timedelta(seconds=VALID)
    unasked = Submission.objects.filter(
        outcome=Outcome.UNCONFIRMED, asked_at=None, decided_at__gte=since, sample=False
    )
    return sum(
        _ask(key) for key in list(unasked.order_by("pk").values_list("pk", flat=True)[:most])
    )


def found(ticket):
    """The Submission of the link in a mail, or None where it is forged or too old."""
    try:
        key = signing.loads(ticket, salt=SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    return Submission.objects.select_related("form__campaign").filter(pk=key).first()


@transaction.atomic
def confirm(submission, *, at=None):
    """It was them: the lead is made. True, also the second time; False where it is too late."""
    row = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    if row.confirmed_at is None and row.outcome == Outcome.UNCONFIRMED:
        row.confirmed_at = at or now()
        row.save(update_fields=["confirmed_at"])
        decide(row, admit=True, at=row.confirmed_at)
    return row.confirmed_at is not None


def _ask(key):
    """Marked first: a mail that may have gone out is not sent a second time."""
    with transaction.atomic():
        free = Submission.objects.select_for_update(skip_locked=True, of=("self",))
        row = free.select_related("form").filter(pk=key, asked_at=None).first()
        if row is None:
            return False
        row.asked_at = now()
        row.save(update_fields=["asked_at"])
        try:
            _mail(row).send()
        except (SMTPException, OSError) as trouble:
            logger.warning("submission %s could not be asked: %s", key, trouble)
            transaction.set_rollback(True)
            return False
    return True


def _mail(row):
    said, title = phrases(row.language), {"title": row.form.title}
    link = settings.BASE_URL + reverse(
        "leads:confirmation", args=[signing.dumps(row.pk, salt=SALT)]
    )
    lines = [said["confirm_mail"] % title, link, said["confirm_ignore"]]
    return EmailMessage(
        plain(said["confirm_subject"] % title),
        render_to_string("emails/confirmation.txt", {"lines": lines}),
        to=[row.said["email"]],
        headers={"Auto-Submitted": "auto-generated"},
    )
