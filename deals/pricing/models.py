from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.models import Product


@remembered()
class PriceBook(models.Model):
    """Prices for one currency over one period; closed when the next opens."""

    name = models.CharField(_("name"), max_length=80)
    currency = models.CharField(_("currency"), max_length=3)
    tax_percent = models.DecimalField(_("tax, %"), max_digits=5, decimal_places=2, default=0)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "deals"
        ordering = ["-starts_on", "-pk"]

    def __str__(self):
        return self.name


@remembered()
class Price(models.Model):
    price_book = models.ForeignKey(PriceBook, models.CASCADE, related_name="prices")
    product = models.ForeignKey(Product, models.PROTECT, related_name="prices")
    amount = models.DecimalField(_("price for one"), max_digits=14, decimal_places=3)

    class Meta:
        app_label = "deals"
        ordering = ["product__name"]
        constraints = [
            models.UniqueConstraint("price_book", "product", name="one_price_per_product"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="price_not_below_0"),
        ]

    def __str__(self):
        return f"{self.product}: {self.amount}"
