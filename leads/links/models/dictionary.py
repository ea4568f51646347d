from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.campaigns.models import Channel
from leads.touches.models import FOLLOWED, TouchKind

COUNTS_AS = [(kind.value, kind.label) for kind in FOLLOWED]


class UtmKind(models.TextChoices):
    SOURCE = "source", _("Source")
    MEDIUM = "medium", _("Medium")


@remembered(births=True)
class UtmValue(models.Model):
    """A source or a medium that links may carry, and what it stands for."""

    kind = models.CharField(max_length=6, choices=UtmKind)
    value = models.CharField(_("value"), max_length=60)
    channel = models.ForeignKey(
        Channel, models.SET_NULL, null=True, blank=True, verbose_name=_("channel")
    )
    counts_as = models.CharField(
        _("counts as"), max_length=12, choices=COUNTS_AS, default=TouchKind.LINK
    )

    class Meta:
        app_label = "leads"
        verbose_name = _("UTM value")
        ordering = ["-kind", "value"]
        constraints = [models.UniqueConstraint("kind", "value", name="one_utm_value")]

    def __str__(self):
        return self.value


@remembered(births=True)
class UtmAlias(models.Model):
    """Another spelling of a value, which is read as that value."""

    kind = models.CharField(max_length=6, choices=UtmKind)
    value = models.CharField(_("spelling"), max_length=60)
    means = models.ForeignKey(UtmValue, models.CASCADE, related_name="aliases")

    class Meta:
        app_label = "leads"
        verbose_name = _("other spelling")
        ordering = ["value"]
        constraints = [
            models.UniqueConstraint("kind", "value", name="one_utm_alias"),
            models.CheckConstraint(condition=~Q(value=""), name="utm_alias_says_something"),
        ]

    def __str__(self):
        return self.value
