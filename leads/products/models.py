from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import Batch


@remembered()
class Product(models.Model):
    """What is sold. Marketing shapes it; sales prices it in a price book."""

    sku = models.CharField(_("article number"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    unit = models.CharField(_("unit"), max_length=20, default="piece")
    description = models.TextField(_("what it is"), blank=True)
    active = models.BooleanField(_("on sale"), default=True)
    sample = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        app_label = "leads"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:products")
