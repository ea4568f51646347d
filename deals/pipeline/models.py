from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deals.stages import DEAL_MACHINE, LIKELIHOOD, OPEN, DealStage
from funnel.history import remembered
from funnel.models import Team
from funnel.permissions import Can, Scope
from funnel.steps import Step, Subject
from leads.lead.models import LeadKind
from leads.models import Company, Lead, Person


class DealQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Sales sees its own and its teams' deals; a marketer those of leads that they see."""
        if not user.has_perm(Can.SEE_DEALS):
            return self.none()
        if not user.has_perm(Can.READ_NOTES):
            return self.filter(lead__in=Lead.objects.visible_to(user))
        if user.scope == Scope.ALL:
            return self
        return self.filter(Q(owner=user) | Q(team__in=user.teams.all()))

    def open(self):
        return self.filter(stage__in=OPEN)


class Knowable(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Cannot say")


@remembered()
class Deal(Subject):
    """Money in question with one person. Without a lead it is sales-sourced."""

    machine = DEAL_MACHINE

    name = models.CharField(_("name"), max_length=200)
    lead = models.ForeignKey(Lead, models.PROTECT, null=True, related_name="deals")
    person = models.ForeignKey(Person, models.PROTECT, related_name="deals")
    company = models.ForeignKey(Company, models.PROTECT, null=True, related_name="deals")
    kind = models.CharField(max_length=12, choices=LeadKind, default=LeadKind.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="deals", verbose_name=_("owner")
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="deals")
    amount = models.DecimalField(
        _("amount"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(max_digits=18, decimal_places=8, default=1)
    base_amount = models.DecimalField(max_digits=14, decimal_places=3, null=True, editable=False)
    due = models.DecimalField(  # what the customer owes, with tax, in `currency`
        max_digits=14, decimal_places=3, null=True, editable=False
    )
    opened_at = models.DateTimeField()
    expected_on = models.DateField(_("expected close"), null=True, blank=True)
    knowable = models.CharField(  # asked when it is lost
        _("could it have been known at the hand-off?"),
        max_length=6,
        choices=Knowable,
        blank=True,
    )
    stage = models.CharField(max_length=24, choices=DealStage, blank=True, editable=False)

    objects = DealQuerySet.as_manager()

    class Meta:
        app_label = "deals"
        indexes = [models.Index(fields=["stage", "-stage_since"])]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("deals:deal", args=[self.pk])

    @property
    def is_open(self):
        return self.stage in OPEN

    @property
    def likelihood(self):
        return LIKELIHOOD[self.stage]

    def worked_by(self, user):
        """Whether `user` may change it: its owner, and whoever changes owners."""
        return user.has_perm(Can.WORK_DEALS) and (
            self.owner_id == user.pk or user.has_perm(Can.CHANGE_OWNERS)
        )


class DealStep(Step):
    deal = models.ForeignKey(Deal, models.PROTECT, related_name="steps")

    class Meta(Step.Meta):
        app_label = "deals"
