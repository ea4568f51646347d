from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import User
from funnel.permissions import Can, Scope
from funnel.refusal import LostRace
from funnel.steps import Step, Subject
from leads.campaigns.models import Campaign, Channel
from leads.people.models import Person
from leads.products.models import Product
from leads.stages import FINAL, LEAD_MACHINE, LeadStage


class LeadKind(models.TextChoices):
    NEW = "new", _("New")
    REPEAT = "repeat", _("Repeat")
    REFERRAL = "referral", _("Referral")
    EXPANSION = "expansion", _("Expansion")


class LeadQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Marketers see what their scope holds; sales what was offered to them or they work on."""
        if not user.has_perm(Can.SEE_LEADS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        return self.filter(pk__in=self.model.objects.filter(_touching(user)).values("pk"))

    def open(self):
        return self.exclude(stage__in=FINAL)

    def born_in(self, period):
        return self.filter(**period.of("born_at"))


def _touching(user):
    people = Q(pk=user.pk)
    if user.scope == Scope.TEAM:
        people |= Q(teams__in=user.teams.all())
    mine = User.objects.filter(people).values("pk")
    return (
        Q(owner__in=mine)
        | Q(seller__in=mine)
        | Q(campaign__owner__in=mine)
        | Q(handoffs__offered_to__in=mine)
        | Q(handoffs__offered_to=None, handoffs__team__in=user.teams.all())
    )


class Leads(models.Manager.from_queryset(LeadQuerySet)):
    """The leads that count: one that was folded into another, as both people are one, does not."""

    def get_queryset(self):
        return super().get_queryset().filter(folded_into=None)

    def locked(self, lead):
        """It, and nobody else changes it until the transaction ends. LostRace where it was folded
        into another meanwhile, perhaps while this waited for it."""
        row = self.model._base_manager.select_for_update(of=("self",)).get(pk=lead.pk)
        if row.folded_into_id:
            raise row.counts_elsewhere()
        return row


@remembered()
class Lead(Subject):
    """One episode of one person's interest. Its history is `steps`; `stage` is the last, cached."""

    machine = LEAD_MACHINE
    elsewhere = "folded_into_id"

    person = models.ForeignKey(Person, models.PROTECT, related_name="leads")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="leads")
    channel = models.ForeignKey(Channel, models.PROTECT, null=True, related_name="leads")
    product = models.ForeignKey(
        Product, models.PROTECT, null=True, blank=True, related_name="leads"
    )
    owner = models.ForeignKey(  # marketing's
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="leads"
    )
    seller = models.ForeignKey(  # sales', once accepted
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="accepted_leads"
    )
    kind = models.CharField(max_length=12, choices=LeadKind, default=LeadKind.NEW)
    earlier = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    born_at = models.DateTimeField()
    words = models.TextField(_("in their words"), blank=True)
    landing_page = models.CharField(_("landing page"), max_length=500, blank=True)
    heard_from = models.CharField(  # as they said it; what was tracked is campaign and channel
        _("how they heard of us"), max_length=200, blank=True, default="", db_default=""
    )
    recycle_until = models.DateField(null=True, editable=False)
    stage = models.CharField(max_length=24, choices=LeadStage, blank=True, editable=False)

    folded_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = Leads()

    class Meta:
        app_label = "leads"
        constraints = [
            models.UniqueConstraint(
                "person",
                condition=~Q(stage__in=FINAL) & Q(folded_into=None),
                name="one_open_lead_per_person",
            )
        ]
        indexes = [
            models.Index(fields=["born_at"]),
            models.Index(fields=["stage", "-stage_since"]),
            models.Index(fields=["channel", "born_at"]),
            models.Index(fields=["campaign", "born_at"]),
        ]

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        return reverse("reports:lead", args=[self.pk])

    @property
    def standing(self):
        """The lead that counts for it, however often one was folded into another."""
        lead = self
        while lead.folded_into_id:
            lead = lead.folded_into
        return lead

    def counts_elsewhere(self):
        """The LostRace that leads to the lead that counts for this one now."""
        row = type(self)._base_manager.get(pk=self.pk)
        words = _("%(lead)s was merged with another record meanwhile; one lead counts for both.")
        stands = {"url": row.standing.get_absolute_url(), "action": _("Open it")}
        return LostRace(words % {"lead": row.person}, **stands)

    @property
    def is_open(self):
        return self.stage not in FINAL

    @property
    def marketing_may(self):
        """The stages marketing may take it to: at the line and beyond it is not theirs to move."""
        theirs = self.stage in (LeadStage.CAPTURED, LeadStage.MQL, LeadStage.RECYCLED)
        return self.machine.moves[self.stage] if theirs else frozenset()

    @property
    def stage_before_the_line(self):
        """Where marketing has it back: qualified if it ever was, else captured."""
        been = self.steps.filter(to_stage=LeadStage.MQL).exists()
        return LeadStage.MQL if been else LeadStage.CAPTURED


class LeadStep(Step):
    lead = models.ForeignKey(Lead, models.PROTECT, related_name="steps")

    class Meta(Step.Meta):
        app_label = "leads"
