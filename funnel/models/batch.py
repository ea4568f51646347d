from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """One import of one file: how far it came, so that a killed one goes on where it stopped."""

    kind = models.CharField(max_length=24)
    source = models.CharField(max_length=60)
    file_name = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)  # of the file's bytes and its mapping
    started_at = models.DateTimeField(default=now, editable=False)
    finished_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    rows_done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)  # [row, what was done with it], of the first of them
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone = models.JSONField(default=dict)  # what went, what stayed and why: see imports.undoing

    class Meta:
        verbose_name = _("import")
        constraints = [
            models.UniqueConstraint(
                "fingerprint",
                condition=models.Q(finished_at=None),
                name="one_running_import_per_file",
            )
        ]

    def __str__(self):
        return self.file_name
