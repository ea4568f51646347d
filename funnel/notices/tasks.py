import logging

from celery import shared_task
from django.core.mail import get_connection
from django.utils.timezone import now

from funnel.notices import outbox
from funnel.notices.mails import compose

AT_ONCE = 300  # mails of one run; the next one goes on

logger = logging.getLogger(__name__)


@shared_task(expires=60)
def mail_notices():
    """Every minute, by beat: what is to go out at once and disturbs nobody's quiet hours."""
    _send(outbox.letters(now())[:AT_ONCE])


@shared_task(expires=180)
def mail_digests():
    """Every three minutes, by beat: one mail per person and workday, from 07:30 on."""
    _send(outbox.digests(now())[:AT_ONCE])


def _send(letters):
    """Over one connection. A mail that fails does not stop the rest."""
    if letters:
        with get_connection() as connection:
            for letter in letters:
                _send_one(letter, connection)


def _send_one(letter, connection):
    """Claim, send, mark."""
    notices = outbox.claim(letter)
    if not notices:
        return
    try:
        connection.send_messages([compose(letter, notices)])
    except Exception as trouble:  # whatever it was, the claim goes back
        outbox.give_back(letter, notices)
        logger.warning("no mail to user %s, the next run tries again: %s", letter.user.pk, trouble)
    else:
        outbox.mark(notices)
