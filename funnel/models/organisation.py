from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models.calendar import WorkCalendar


@remembered()
class Organisation(models.Model):
    """The one organisation of this installation, and what holds for everybody in it."""

    name = models.CharField(_("name"), max_length=120, default="Funnel")
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    calendar = models.ForeignKey(
        WorkCalendar, models.PROTECT, null=True, related_name="+", verbose_name=_("calendar")
    )
    sample_until = models.DateField(null=True, editable=False)  # the sample's last day

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_organisation")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        return cls.objects.get_or_create(pk=1)[0]
