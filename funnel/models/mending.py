import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.timezone import now


class MendingEntry(models.Model):
    """One act that touched history: who, when, why, which table, how many rows. No door back."""

    at = models.DateTimeField(default=now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    cause = models.CharField(max_length=16)
    table = models.CharField(max_length=63)
    rows = models.PositiveIntegerField()

    class Meta:
        ordering = ["-at", "-id"]
        triggers = [
            pgtrigger.Protect(name="no_door", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self):
        return f"{self.cause}: {self.rows} in {self.table}"
