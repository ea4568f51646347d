import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.history import remembered
from funnel.mending import sealed
from funnel.models import Side, Team
from leads.agreement.seal import signature_sealed
from leads.agreement.terms import Term, Tier, usual_terms

SIDES = (Side.MARKETING, Side.SALES)


class Expiry(models.TextChoices):
    BACK = "back", gettext_lazy("back to marketing")
    QUEUE = "queue", gettext_lazy("to a queue of sales")


class AgreementQuerySet(models.QuerySet):
    def signed(self):
        """By both, the latest to hold first."""
        return self.exclude(holds_from=None).order_by("-holds_from")


@remembered(births=True)
class Agreement(models.Model):
    """What the two teams owe each other: one text per version, unchanged once both have signed.

    Names of channels and campaigns are part of the text, as they were when it was written.
    """

    number = models.PositiveSmallIntegerField(unique=True)
    conditions = models.JSONField(default=dict)  # {kind: value}: see conditions.py
    automatic = models.BooleanField(default=False)  # who meets all conditions is qualified at once
    terms = models.JSONField(default=usual_terms)  # {tier: minutes to accept, to contact; when}
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=5)  # before giving up
    over_days = models.PositiveSmallIntegerField(_("days"), default=10)
    on_expiry = models.CharField(max_length=5, choices=Expiry, default=Expiry.BACK)
    expiry_team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    reasons = models.JSONField(default=list)  # [{key, label, side}] of a return; none: any active
    note = models.TextField(blank=True)
    comes_on = models.DateField(null=True)  # when it shall begin; None: once both have signed
    holds_from = models.DateTimeField(null=True, editable=False)  # None while it is a draft
    edition = models.PositiveIntegerField(default=1, editable=False)  # of the draft's text
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    drafted_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)
    sample = models.BooleanField(default=False, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(  # no two from one instant, and only one without
                fields=["holds_from"], nulls_distinct=False, name="one_draft_of_the_agreement"
            ),
            models.CheckConstraint(
                condition=Q(attempts__gte=1, over_days__gte=1), name="agreement_tries_at_least_once"
            ),
            models.CheckConstraint(
                condition=Q(on_expiry=Expiry.BACK, expiry_team=None)
                | Q(on_expiry=Expiry.QUEUE, expiry_team__isnull=False),
                name="agreement_names_the_queue",
            ),
        ]
        triggers = [
            sealed(
                "an agreement that both signed never changes",
                condition=pgtrigger.Q(old__holds_from__isnull=False),
            )
        ]

    def __str__(self):
        return _("Agreement %d") % self.number

    def get_absolute_url(self):
        return reverse("reports:agreement_version", args=[self.number])

    @property
    def is_built_in(self):
        """What applies where nobody has signed anything yet."""
        return self.pk is None

    @property
    def is_draft(self):
        return self.pk is not None and self.holds_from is None

    @property
    def tiers(self):
        """Its Terms, the most urgent first."""
        return [self.term(tier) for tier in Tier.values]

    def term(self, tier):
        return Term.of(tier, self.terms[tier])


@remembered(births=True)
class Signature(models.Model):
    """One side's yes to the text as it stands; an edit of the text takes it away."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatures")
    side = models.CharField(max_length=12, choices=[(side.value, side.label) for side in SIDES])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "leads"
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint("agreement", "side", name="one_signature_per_side")]
        triggers = [signature_sealed()]

    def __str__(self):
        return f"{self.get_side_display()}: {self.by}"
