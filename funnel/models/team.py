from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models.calendar import WorkCalendar


@remembered(births=True)
class Team(models.Model):
    """People who share a queue. A person may be in several."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="teams", blank=True)
    calendar = models.ForeignKey(
        WorkCalendar,
        models.PROTECT,
        null=True,
        related_name="teams",
        verbose_name=_("calendar"),
    )
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
