from django.db import models

from funnel.models.batch import Batch


class ImportedRow(models.Model):
    """A row of a file that is already here, by its own id, so that it is never made twice."""

    kind = models.CharField(max_length=24)
    source = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=254)  # the row's own id, else a digest of what it says
    digest = models.CharField(max_length=32)  # of what it said last
    made = models.BigIntegerField(null=True)  # the record's key; null only while it is being made
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="rows")
    said_by = models.ForeignKey(  # the later import that gave the digest, read when it is undone
        Batch, models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "source", "key", name="one_record_per_imported_row")
        ]

    def __str__(self):
        return f"{self.kind} {self.source} {self.key}"


class ImportProblem(models.Model):
    """A row that was not imported, and why."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="problems")
    row = models.PositiveIntegerField()  # as a spreadsheet counts: the header is row 1
    column = models.TextField(blank=True)
    value = models.TextField(blank=True)
    reason = models.TextField()
    hint = models.TextField(blank=True)
    cells = models.JSONField(default=list)  # the whole row, for the file of errors

    class Meta:
        ordering = ["row"]
        constraints = [models.UniqueConstraint("batch", "row", name="one_problem_per_imported_row")]

    def __str__(self):
        return f"{self.row}: {self.reason}"
