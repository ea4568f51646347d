from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.models.batch import Batch
from funnel.permissions import Can

KEPT = timedelta(days=30)  # what a file held, and the way back from its import


class UploadState(models.TextChoices):
    CHOOSING = "choosing", _("Being prepared")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked")
    RUNNING = "running", _("Running")
    PAUSED = "paused", _("Paused")
    DONE = "done", _("Imported")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    THROWN = "thrown", _("Thrown away")


BUSY = (UploadState.CHECKING, UploadState.RUNNING, UploadState.UNDOING)
OPEN = (UploadState.CHOOSING, UploadState.CHECKING, UploadState.CHECKED)


class Uploads(models.QuerySet):
    def visible_to(self, user, kinds):
        """One's own, of the kinds that one may import; an administrator's are everybody's."""
        rows = self.filter(kind__in=kinds)
        return rows if user.has_perm(Can.CHANGE_SETTINGS) else rows.filter(by=user)


class Upload(models.Model):
    """A file given to be imported, and how far the making up of minds about it has come."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    file_name = models.CharField(max_length=255)
    given_at = models.DateTimeField(default=now, editable=False)
    sheets = models.JSONField(default=list)  # the names of its tables
    sheet = models.PositiveSmallIntegerField(default=0)
    encoding = models.CharField(max_length=20, blank=True)  # as stated; found where blank
    separator = models.CharField(max_length=1, blank=True)
    heading = models.PositiveIntegerField(null=True)  # the header's row; 0: none; None: as found
    shape = models.JSONField(default=dict)  # encoding, separator, rows, header, first
    shape_key = models.CharField(max_length=32, blank=True)  # of the kind and the header
    mapping = models.JSONField(default=dict)
    permission = models.CharField(max_length=200, blank=True)  # where the right to write comes from
    repairs = models.JSONField(default=list)
    state = models.CharField(
        max_length=12, choices=UploadState, default=UploadState.CHOOSING, editable=False
    )
    told = models.JSONField(default=dict)  # what the last check found
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)  # when columns, rules or repairs last changed
    turn = models.PositiveIntegerField(default=0)  # grows whenever something is asked of a worker
    rows_done = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)  # when a worker last said that it is at it
    trouble = models.TextField(blank=True)  # why the last attempt came to nothing
    batch = models.OneToOneField(Batch, models.PROTECT, null=True, related_name="upload")
    sample = models.BooleanField(default=False, editable=False)

    objects = Uploads.as_manager()

    class Meta:
        verbose_name = _("import")
        ordering = ["-given_at", "-pk"]
        indexes = [
            models.Index(fields=["shape_key", "-given_at"]),
            models.Index(fields=["by", "-given_at"]),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse(f"funnel:{self.place}", args=[self.pk])

    @property
    def place(self):
        """The name of the page on which it goes on."""
        if self.state == UploadState.CHOOSING:
            return "import_columns" if self.shape else "import_file"
        return "import_preview" if self.state in OPEN else "import"

    @property
    def is_busy(self):
        return self.state in BUSY

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def ends_at(self):
        """Until when what it held is kept."""
        return self.given_at + KEPT


class UploadPart(models.Model):
    """A piece of what one table of the file holds, in order."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    sheet = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["sheet", "number"]
        constraints = [
            models.UniqueConstraint("upload", "sheet", "number", name="one_part_per_number")
        ]

    def __str__(self):
        return f"{self.sheet}/{self.number}"


class CheckedRow(models.Model):
    """A row that cannot be imported as it is, found by the check."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="bad_rows")
    number = models.PositiveIntegerField()
    problems = models.JSONField(default=list)  # field, value, reason, hint each
    cells = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("upload", "number", name="one_checked_row_per_number")
        ]

    def __str__(self):
        return str(self.number)
