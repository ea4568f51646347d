"""Mail servers that fail, for settings.EMAIL_BACKEND; and what the tests tell people of."""

from smtplib import SMTPRecipientsRefused

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.locmem import EmailBackend

from funnel.notices.actions import tell
from funnel.notices.events import Event

LATE = Event("late", "An offer is late", urgent=True)
BACK = Event("back", "A lead came back")
SEEN = Event("seen", "A quote was opened", mail=False)


def late(*users, key="1", title="Ada waits", **more):
    return tell(users, "late", key, title=title, **more)


def back(*users, key="1", title="Bea came back", **more):
    return tell(users, "back", key, title=title, **more)


class Killed(BaseEmailBackend):
    """The worker is gone before the mail is."""

    def send_messages(self, messages):
        raise SystemExit


class RefusesSam(EmailBackend):
    def send_messages(self, messages):
        if any("sam@funnel.example" in message.to for message in messages):
            raise SMTPRecipientsRefused({"sam@funnel.example": (550, b"unknown")})
        return super().send_messages(messages)


class Away(BaseEmailBackend):
    """No mail server answers."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError("nobody answers")
