"""The address at which a colleague chooses a password: once, for three days."""

from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.models import Organisation


def invitation(user):
    """The address for `user`; the one before it stops working once a password was chosen."""
    key = default_token_generator.make_token(user)
    whose = {"uidb36": user_pk_to_url_str(user), "key": key}
    return settings.BASE_URL + reverse("account_reset_password_from_key", kwargs=whose)


def send_invitation(user, address, *, by):
    """Mail the address; returns whether the mail server took it, for then it can be handed on."""
    organisation = Organisation.current()
    words = {"user": user, "address": address, "by": by, "organisation": organisation}
    subject = _("Your way into %s") % organisation.name
    try:
        send_mail(subject, render_to_string("emails/invitation.txt", words), None, [user.email])
    except (OSError, SMTPException):
        return False
    return True
