from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.models import Side
from funnel.steps import Fact
from leads.campaigns.models import Campaign, Channel
from leads.people.models import Person
from leads.spending.models import MONEY


class TouchKind(models.TextChoices):
    VISIT = "visit", _("Visit")
    FORM = "form", _("Form sent")
    PROGRAM = "program", _("Sent by a program")
    BOOTH = "booth", _("Booth visit")
    REFERRAL = "referral", _("Recommended")
    RESPONSE = "response", _("Responded")
    MAIL = "mail", _("Mail opened")
    IMPORT = "import", _("Imported")
    HAND = "hand", _("Typed by hand")
    AD = "ad", _("Ad clicked")
    PRINT = "print", _("Code scanned")
    LINK = "link", _("Link followed")
    SEEN = "seen", _("Ad seen")


FOLLOWED = (TouchKind.AD, TouchKind.PRINT, TouchKind.LINK)
INBOUND = (
    TouchKind.VISIT,
    TouchKind.FORM,
    TouchKind.PROGRAM,
    TouchKind.BOOTH,
    TouchKind.REFERRAL,
    TouchKind.RESPONSE,
    *FOLLOWED,
)


class Resolution(models.TextChoices):
    """How the campaign that an address named was found."""

    EXACT = "exact", _("By its own value")
    ALIAS = "alias", _("By an alias")
    NONE = "none", _("Not found")


def said(length):
    """A column of what an address said; blank where it said nothing."""
    return models.CharField(max_length=length, blank=True, default="", db_default="")


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
    source, medium, utm_campaign = said(100), said(100), said(100)  # lower-cased, else as they came
    content, term = said(100), said(100)
    click_id = said(22)  # of the tracked link that brought them
    landing, referrer = said(500), said(120)
    resolution = models.CharField(
        max_length=8, choices=Resolution, blank=True, default="", db_default=""
    )

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at"]),
            models.Index(fields=["visitor", "at"]),
            models.Index(
                fields=["utm_campaign", "at"],
                condition=models.Q(resolution="none"),
                name="touchpoint_unmatched",
            ),
        ]
        triggers = [
            append_only(
                personal=["words", "page", "visitor", "landing", "referrer"],
                merged=["person_id", "lead_id"],  # two open leads of one person become one
            )
        ]

    def __str__(self):
        return self.get_kind_display()


class Conversion(Fact):
    """What somebody did at the end of a way of touches, once: an order, a sign-up, and its worth.

    `amount` is None where nobody said what it was worth; that is not 0.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="conversions")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="conversions")
    channel = models.ForeignKey(Channel, models.PROTECT, null=True, related_name="conversions")
    goal = models.CharField(_("goal"), max_length=60, blank=True)  # what kind of end it was
    amount = models.DecimalField(_("value"), null=True, **MONEY)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(max_digits=18, decimal_places=8)
    base_amount = models.DecimalField(null=True, **MONEY)

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount=None, base_amount=None)
                | models.Q(amount__isnull=False, base_amount__isnull=False),
                name="a_conversion_s_worth_is_known_or_not",
            )
        ]

    def __str__(self):
        return self.goal or str(_("Conversion"))
