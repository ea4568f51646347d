from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.permissions import Can, Scope
from funnel.steps import Fact


@remembered(births=True)
class Channel(models.Model):
    """A kind of place people come from; a short list."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=60)
    trackable = models.BooleanField(_("people can be told apart"), default=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(Can.SEE_CAMPAIGNS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        if user.scope == Scope.TEAM:
            return self.filter(
                models.Q(owner=user) | models.Q(owner__teams__in=user.teams.all())
            ).distinct()
        return self.filter(owner=user)

    def running(self, today):
        over = models.Q(ends_on__lt=today)
        return self.filter(starts_on__lte=today, archived_at=None).exclude(over)

    def planned(self, today):
        return self.filter(starts_on__gt=today, archived_at=None)

    def ended(self, today):
        return self.filter(ends_on__lt=today, archived_at=None)


@remembered()
class Campaign(models.Model):
    """One dated, budgeted effort on one channel. Its number is its key."""

    name = models.CharField(_("name"), max_length=120)
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="campaigns")
    goal = models.CharField(_("what it is for"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="campaigns", verbose_name=_("owner")
    )
    planned_spend = models.DecimalField(
        _("planned spend"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    planned_leads = models.PositiveIntegerField(_("planned leads"), null=True, blank=True)
    archived_at = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="campaign_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:campaign", args=[self.pk])

    def clean(self):
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("It ends before it begins.")})


class SpendEntry(Fact):
    """Money spent on a campaign. Never edited: a mistake is corrected by a second entry."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="spend")
    on = models.DateField(_("day"))
    kind = models.CharField(_("for what"), max_length=80)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(max_digits=18, decimal_places=8)
    base_amount = models.DecimalField(max_digits=14, decimal_places=3)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["-on", "-id"]


class ReachKind(models.TextChoices):
    HEADS = "heads", _("Heads counted")
    IMPRESSIONS = "impressions", _("Impressions")
    COPIES = "copies", _("Copies printed")


class ReachEntry(Fact):
    """How many were reached where nobody can be told apart. A correction is a second entry."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="reach")
    on = models.DateField(_("day"))
    kind = models.CharField(_("what was counted"), max_length=12, choices=ReachKind)
    count = models.IntegerField(_("how many"))  # a correction may take away
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Fact.Meta):
        app_label = "leads"
        verbose_name_plural = _("reach entries")
        ordering = ["-on", "-id"]
