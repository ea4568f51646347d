from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.steps import Fact
from leads.links.models.link import Link


class ClickKind(models.TextChoices):
    HUMAN = "human", _("People")
    LIKELY = "likely", _("Likely automatic")
    AUTOMATIC = "automatic", _("Automatic")


class Why(models.TextChoices):
    """Why a click counts as no person's."""

    ROBOT = "robot", _("It names itself a robot.")
    NAMELESS = "nameless", _("It does not say what it is.")
    ASKED_ONLY = "asked_only", _("It asked for the heading only, as link checkers do.")
    AHEAD = "ahead", _("Fetched ahead of time or for a preview.")
    FILTER = "filter", _("Several links within two seconds, as mail filters do.")
    NO_LANGUAGE = "no_language", _("It asks for no language, as browsers do.")
    CROWD = "crowd", _("Very many came from one network in that minute.")


class Click(Fact):
    """Somebody, or something, followed a link. All are kept; those of people are counted."""

    click_id = models.CharField(max_length=22, unique=True)
    link = models.ForeignKey(Link, models.PROTECT, related_name="clicks")
    kind = models.CharField(max_length=10, choices=ClickKind)
    why = models.CharField(max_length=12, choices=Why, blank=True)
    visitor = models.CharField(max_length=64, blank=True)  # tells those of one day apart
    browser = models.CharField(max_length=40, blank=True)
    system = models.CharField(max_length=40, blank=True)
    device = models.CharField(max_length=40, blank=True)
    agent = models.CharField(max_length=300, blank=True)  # as it names itself
    referrer = models.CharField(max_length=120, blank=True)  # only the host
    arrived = models.BooleanField(default=True)  # False: the link was paused
    test = models.BooleanField(default=False)  # one of ours tried it

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["link", "at"]),
            models.Index(fields=["visitor", "at"]),
        ]
        triggers = [append_only(personal=["visitor", "agent", "referrer"])]


class WaitingClick(models.Model):
    """A click that could not be put on the stream, until a worker moves it into the ledger."""

    fields = models.JSONField()  # as on the stream: hint, entry, came

    class Meta:
        app_label = "leads"

    def __str__(self):
        return str(self.pk)
