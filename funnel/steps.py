"""What a ledger is made of: facts, steps and the nouns that have them."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from funnel.mending import append_only
from funnel.models import Batch


class Fact(models.Model):
    """Something that happened, written once. `at` is when; `recorded_at` when we learned of it."""

    at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sample = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        abstract = True
        triggers = [append_only()]


class Step(Fact):
    """One line of a ledger. Each noun has its own table of them and a real foreign key."""

    from_stage = models.CharField(max_length=24, blank=True)  # blank only at birth
    to_stage = models.CharField(max_length=24)
    time_known = models.BooleanField(default=True)  # an import may know that, not when
    reason = models.CharField(max_length=40, blank=True)  # key and side as they were then
    side = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    flag = models.CharField(max_length=200, blank=True)  # what was odd about it, kept in sight

    class Meta(Fact.Meta):
        abstract = True
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["to_stage", "at"])]
        triggers = [append_only(personal=["words"])]


class Subject(models.Model):
    """A noun with a machine and a ledger (`steps`)."""

    elsewhere = "NULL"  # the column that names the row which counts for this one now

    stage = models.CharField(max_length=24, blank=True, editable=False)  # blank only in its birth
    stage_since = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        abstract = True


def recorded(at, *, sample):
    """When a fact that happened `at` counts as known: now, but the sample learned it at once."""
    return at if sample and at else now()
