from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import Batch


@remembered(births=True)
class Channel(models.Model):
    """A kind of place people come from; a short list."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=60)
    trackable = models.BooleanField(_("people can be told apart"), default=True)
    sample = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        app_label = "leads"
        verbose_name_plural = _("channels")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name
