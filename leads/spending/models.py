from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.steps import Fact
from leads.campaigns.models import Campaign


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
