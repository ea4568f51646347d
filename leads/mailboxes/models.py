from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.sources.models import Source

OURS = RegexValidator(r"^FUNNEL_[A-Z0-9_]{1,40}$", _("Its name begins with FUNNEL_."))


class Security(models.TextChoices):
    TLS = "tls", _("Encrypted (TLS)")
    NONE = "none", _("Not encrypted: only on this machine")


POLLED = ("uid_validity", "last_uid", "polled_at", "trouble", "trouble_since")


@remembered(births=True, without=POLLED)
class Mailbox(models.Model):
    """A mailbox that is read for a source: what people write there is captured, and left there."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="mailbox")
    host = models.CharField(_("server"), max_length=200)
    port = models.PositiveIntegerField(_("port"), default=993)
    security = models.CharField(
        _("connection"), max_length=4, choices=Security, default=Security.TLS
    )
    user = models.CharField(_("user name"), max_length=200)
    password_env = models.CharField(
        _("password"),
        max_length=48,
        validators=[OURS],
        help_text=_("The name of the environment variable that holds it; it is not kept here."),
    )
    folder = models.CharField(_("folder"), max_length=200, default="INBOX")
    uid_validity = models.BigIntegerField(null=True, editable=False)
    last_uid = models.BigIntegerField(null=True, editable=False)  # read up to it
    polled_at = models.DateTimeField(null=True, editable=False)
    trouble = models.CharField(max_length=300, blank=True, editable=False)
    trouble_since = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.user} · {self.folder}"

    def get_absolute_url(self):
        return self.source.get_absolute_url()
