from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.permissions import Can, Scope
from funnel.steps import Step, Subject
from leads.campaigns.models.channel import Channel
from leads.campaigns.stages import CAMPAIGN_MACHINE, ENDED, CampaignStage


class CampaignType(models.TextChoices):
    EMAIL = "email", _("E-mail")
    EVENT = "event", _("Webinar or event")
    FAIR = "fair", _("Fair or booth")
    CONTENT = "content", _("Content")
    AD = "ad", _("Ads")
    BROADCAST = "broadcast", _("Print, radio or TV")
    REFERRAL = "referral", _("Referral")
    OTHER = "other", _("Something else")


class Objective(models.TextChoices):
    AWARENESS = "awareness", _("Be known")
    CAPTURE = "capture", _("Win leads")
    NURTURE = "nurture", _("Keep in touch")
    EXPANSION = "expansion", _("Sell more to customers")


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(Can.SEE_CAMPAIGNS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        if user.scope == Scope.TEAM:
            return self.filter(Q(owner=user) | Q(owner__teams__in=user.teams.all())).distinct()
        return self.filter(owner=user)


@remembered()
class Campaign(Subject):
    """One dated, budgeted effort on one channel. Its number is its key, its code is for links."""

    machine = CAMPAIGN_MACHINE

    name = models.CharField(_("name"), max_length=120)
    code = models.SlugField(_("code"), max_length=60, unique=True, blank=True)
    type = models.CharField(
        _("type"), max_length=12, choices=CampaignType, default=CampaignType.OTHER
    )
    channel = models.ForeignKey(
        Channel, models.PROTECT, related_name="campaigns", verbose_name=_("channel")
    )
    objective = models.CharField(
        _("objective"), max_length=12, choices=Objective, default=Objective.CAPTURE
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    goal = models.CharField(_("what it is for"), max_length=200, blank=True)
    hypothesis = models.TextField(_("hypothesis"), max_length=2000, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="campaigns", verbose_name=_("owner")
    )
    planned_spend = models.DecimalField(
        _("planned spend"),
        max_digits=14,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    planned_reach = models.PositiveIntegerField(_("planned reach"), null=True, blank=True)
    planned_leads = models.PositiveIntegerField(_("planned leads"), null=True, blank=True)
    planned_qualified = models.PositiveIntegerField(_("planned qualified"), null=True, blank=True)
    planned_accepted = models.PositiveIntegerField(_("planned accepted"), null=True, blank=True)
    planned_won = models.DecimalField(
        _("planned won money"),
        max_digits=14,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    stage = models.CharField(max_length=24, choices=CampaignStage, blank=True, editable=False)
    archived_at = models.DateTimeField(null=True, editable=False)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="campaign_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")), name="campaign_is_no_part_of_itself"
            ),
        ]
        indexes = [models.Index(fields=["stage", "-starts_on"])]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("reports:campaign", args=[self.pk])

    def clean(self):
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("It ends before it begins.")})

    @property
    def may(self):
        """The stages it may be taken to now."""
        return [stage for stage in CampaignStage if self.machine.allows(self.stage, stage)]

    @property
    def is_over(self):
        return self.stage in ENDED

    def days_over(self, today):
        """For how many days it should have ended and has not; 0 where it is in time."""
        late = bool(self.ends_on) and not self.is_over and self.ends_on < today
        return (today - self.ends_on) // timedelta(days=1) if late else 0


class CampaignStep(Step):
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="steps")

    @property
    def stage_label(self):
        return Campaign.machine.label(self.to_stage)

    class Meta(Step.Meta):
        app_label = "leads"
