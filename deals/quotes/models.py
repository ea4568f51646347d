import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from deals.pipeline.models import Deal
from deals.pricing.models import PriceBook
from deals.stages import QUOTE_MACHINE, QuoteStage
from funnel.steps import Step, Subject
from leads.models import Product


def new_token():
    return secrets.token_urlsafe(16)


class Quote(Subject):
    """What was offered for how much. Numbered when sent; from then on superseded, not edited."""

    machine = QUOTE_MACHINE

    deal = models.ForeignKey(Deal, models.PROTECT, related_name="quotes")
    price_book = models.ForeignKey(PriceBook, models.PROTECT, related_name="quotes")
    number = models.CharField(  # noqa: DJ001  (none until it is sent, and then unique)
        _("number"), max_length=20, unique=True, null=True, editable=False
    )
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    currency = models.CharField(max_length=3)
    tax_percent = models.DecimalField(max_digits=5, decimal_places=2)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    terms = models.TextField(_("terms"), blank=True)
    net = models.DecimalField(max_digits=14, decimal_places=3, default=0, editable=False)
    tax = models.DecimalField(max_digits=14, decimal_places=3, default=0, editable=False)
    total = models.DecimalField(max_digits=14, decimal_places=3, default=0, editable=False)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, editable=False)
    accepted_by = models.CharField(
        _("your name"), max_length=120, blank=True
    )  # as the customer typed it
    stage = models.CharField(max_length=24, choices=QuoteStage, blank=True, editable=False)

    class Meta:
        app_label = "deals"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "deal",
                condition=models.Q(stage=QuoteStage.ACCEPTED),
                name="one_accepted_quote_per_deal",
            ),
        ]
        indexes = [models.Index(fields=["deal", "sent_at"])]

    def __str__(self):
        return self.number or str(_("Draft quote"))

    @property
    def is_discounted(self):
        return any(line.discount_percent for line in self.lines.all())


class QuoteLine(models.Model):
    """One line; everything is copied from the price book, nothing follows it afterwards."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    description = models.CharField(max_length=200)
    unit = models.CharField(max_length=20)
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3)
    list_price = models.DecimalField(max_digits=14, decimal_places=3)
    discount_percent = models.DecimalField(
        _("discount, %"), max_digits=5, decimal_places=2, default=0
    )
    total = models.DecimalField(max_digits=14, decimal_places=3)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "deals"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="quantity_above_0"),
            models.CheckConstraint(
                condition=models.Q(discount_percent__range=(0, 100)), name="discount_0_to_100"
            ),
        ]

    def __str__(self):
        return self.description


class QuoteStep(Step):
    quote = models.ForeignKey(Quote, models.PROTECT, related_name="steps")

    class Meta(Step.Meta):
        app_label = "deals"
