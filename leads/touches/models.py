from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.models import Side
from funnel.steps import Fact
from leads.campaigns.models import Campaign, Channel
from leads.people.models import Person


class TouchKind(models.TextChoices):
    VISIT = "visit", _("Visit")
    FORM = "form", _("Form sent")
    BOOTH = "booth", _("Booth visit")
    REFERRAL = "referral", _("Recommended")
    RESPONSE = "response", _("Responded")
    MAIL = "mail", _("Mail opened")
    IMPORT = "import", _("Imported")
    HAND = "hand", _("Typed by hand")


INBOUND = (
    TouchKind.VISIT,
    TouchKind.FORM,
    TouchKind.BOOTH,
    TouchKind.REFERRAL,
    TouchKind.RESPONSE,
)


class Touchpoint(Fact):
    """One thing one person, or one visitor nobody knows yet, did or received, once.

    Nothing points at a touchpoint with a foreign key, so that the table can be split by time.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="touchpoints")
    lead = models.ForeignKey("leads.Lead", models.PROTECT, null=True, related_name="touchpoints")
    visitor = models.CharField(max_length=64, blank=True)  # tells anonymous visitors apart
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="touchpoints")
    channel = models.ForeignKey(Channel, models.PROTECT, null=True, related_name="touchpoints")
    kind = models.CharField(max_length=12, choices=TouchKind)
    side = models.CharField(max_length=12, choices=Side, default=Side.MARKETING)
    words = models.TextField(blank=True)  # what they said, as they said it
    page = models.CharField(max_length=500, blank=True)

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["at"]), models.Index(fields=["visitor", "at"])]
        triggers = [append_only(personal=["words", "page", "visitor"])]

    def __str__(self):
        return self.get_kind_display()
