"""The address in a mail that stops mails like it, without a sign-in: signed, good for ever."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse

from funnel.models import User

SALT = "funnel.notices.unsubscribing"


@dataclass(frozen=True)
class Subscription:
    """The mails to `user` of one event, or the digest where `event` is ""."""

    user: User
    event: str


def token(user, event=""):
    return signing.Signer(salt=SALT).sign_object([user.pk, event])


def address(user, event=""):
    """The whole address; `event` is "" for the digest."""
    return settings.BASE_URL + reverse("funnel:unsubscribe", args=[token(user, event)])


def subscription(token):
    """What `token` is for, None where it is not one of ours."""
    try:
        pk, event = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = User.objects.filter(pk=pk).first()
    return user and Subscription(user, event)
