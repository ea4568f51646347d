from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from deals.pipeline.models import Deal
from funnel.steps import Fact


class Payment(Fact):
    """Money that came in, or went back (below 0). Never edited; a mistake has its counter-entry."""

    deal = models.ForeignKey(Deal, models.PROTECT, related_name="payments")
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(max_digits=18, decimal_places=8)
    base_amount = models.DecimalField(max_digits=14, decimal_places=3)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Fact.Meta):
        app_label = "deals"
        ordering = ["at", "id"]


class Delivery(models.Model):
    """One thing to be delivered on a won deal; it counts once the customer has accepted it."""

    deal = models.ForeignKey(Deal, models.PROTECT, related_name="deliveries")
    what = models.CharField(_("what"), max_length=200)
    promised_on = models.DateField(_("promised for"))
    delivered_at = models.DateTimeField(null=True, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    accepted_by = models.CharField(_("accepted by"), max_length=120, blank=True)
    recorded_at = models.DateTimeField(default=now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "deals"
        verbose_name_plural = _("deliveries")
        ordering = ["promised_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at=None)
                | models.Q(delivered_at__lte=models.F("accepted_at")),
                name="accepted_after_delivered",
            )
        ]

    def __str__(self):
        return self.what
