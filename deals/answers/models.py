from django.conf import settings
from django.db import models

from leads.models import Handoff


class Snooze(models.Model):
    """One person does not want to see a waiting offer until a moment. It holds no clock."""

    handoff = models.ForeignKey(Handoff, models.CASCADE, related_name="snoozes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    until = models.DateTimeField()
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "deals"
        constraints = [
            models.UniqueConstraint("handoff", "user", name="one_snooze_per_person"),
        ]

    def __str__(self):
        return str(self.handoff)
