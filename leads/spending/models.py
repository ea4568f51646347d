from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.permissions import Can, Scope
from funnel.steps import Fact
from leads.campaigns.models import Campaign

MONEY = {"max_digits": 14, "decimal_places": 3}
LONGEST_SPAN = 3660  # days


class Head(models.TextChoices):
    """What the company's money is for: without any one of these the others are in vain."""

    PRODUCT = "product", _("Making the product")
    DEMAND = "demand", _("Bringing people in")
    CLOSING = "closing", _("Closing")


class SpendKind(models.TextChoices):
    MEDIA = "media", _("Media")
    PRODUCTION = "production", _("Production")
    PEOPLE = "people", _("People")
    TOOL = "tool", _("Tools")
    EVENT = "event", _("Event")
    SPONSORSHIP = "sponsorship", _("Sponsorship")
    OTHER = "other", _("Other")


class Source(models.TextChoices):
    HAND = "hand", _("written by hand")
    FILE = "file", _("from a file")


class SpendQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The entries of the campaigns that one sees; what is the company's, who sees all."""
        if not user.has_perm(Can.SEE_CAMPAIGNS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        return self.filter(campaign__in=Campaign.objects.visible_to(user))


class SpendEntry(Fact):
    """Money spent, on one day or evenly over the days of a span. Never edited: a mistake is taken
    back by a second entry. Money for another head than DEMAND is no campaign's."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="spend")
    head = models.CharField(_("head"), max_length=12, choices=Head, default=Head.DEMAND)
    on = models.DateField(_("day"))
    until = models.DateField(_("until"), null=True, blank=True)  # the last day of a span
    kind = models.CharField(_("kind"), max_length=12, choices=SpendKind, default=SpendKind.OTHER)
    what = models.CharField(_("for what"), max_length=80, blank=True)
    vendor = models.CharField(_("vendor"), max_length=120, blank=True)
    invoice = models.CharField(_("invoice"), max_length=60, blank=True)
    amount = models.DecimalField(_("amount"), **MONEY)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(max_digits=18, decimal_places=8)
    base_amount = models.DecimalField(**MONEY)
    note = models.CharField(_("note"), max_length=200, blank=True)
    source = models.CharField(max_length=4, choices=Source, default=Source.HAND)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="taken_back")
    adjusts = models.ForeignKey(  # what a file said of the same thing before
        "self", models.PROTECT, null=True, related_name="adjusted_by"
    )

    objects = SpendQuerySet.as_manager()

    class Meta(Fact.Meta):
        app_label = "leads"
        verbose_name_plural = _("spend entries")
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["on"]), models.Index(fields=["vendor", "invoice"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("on")), name="spend_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(campaign=None) | Q(head=Head.DEMAND),
                name="campaigns_spend_to_bring_people_in",
            ),
        ]

    def __str__(self):
        return self.what or self.get_kind_display()

    def clean(self):
        if self.until and self.on and self.until < self.on:
            raise ValidationError({"until": _("It ends before it begins.")})

    @property
    def days(self):
        return ((self.until or self.on) - self.on) // timedelta(days=1) + 1


class ReachKind(models.TextChoices):
    HEADS = "heads", _("Heads counted")
    IMPRESSIONS = "impressions", _("Impressions")
    RADIO = "radio", _("Radio listeners")
    TV = "tv", _("TV viewers")
    NEWSPAPER = "newspaper", _("Newspapers")
    MAGAZINE = "magazine", _("Magazines")
    BROCHURE = "brochure", _("Brochures")
    COPIES = "copies", _("Copies printed")


class ReachEntry(Fact):
    """How many were reached where nobody can be told apart. A correction is a second entry."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="reach")
    on = models.DateField(_("day"))
    kind = models.CharField(_("what was counted"), max_length=12, choices=ReachKind)
    count = models.IntegerField(_("how many"))  # a correction may take away
    bought = models.ForeignKey(  # the money that a file told in the same row
        SpendEntry, models.PROTECT, null=True, related_name="reached"
    )
    adjusts = models.ForeignKey(  # what a file said of the same thing before
        "self", models.PROTECT, null=True, related_name="adjusted_by"
    )
    place = models.CharField(_("where"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Fact.Meta):
        app_label = "leads"
        verbose_name_plural = _("reach entries")
        ordering = ["-on", "-id"]


@remembered(births=True)
class BudgetLine(models.Model):
    """What may be spent in one month, for one head or on one campaign."""

    month = models.DateField(_("month"))  # its first day
    head = models.CharField(_("head"), max_length=12, choices=Head)
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="budget")
    base_amount = models.DecimalField(_("budget"), validators=[MinValueValidator(0)], **MONEY)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["month", "head"]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "head", "campaign"],
                nulls_distinct=False,
                name="one_budget_per_month",
            ),
            models.CheckConstraint(condition=Q(base_amount__gte=0), name="budget_is_not_below_0"),
            models.CheckConstraint(
                condition=Q(campaign=None) | Q(head=Head.DEMAND), name="campaigns_budget_is_demand"
            ),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.get_head_display()}"
