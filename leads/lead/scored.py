from django.db import models

from leads.lead.models import Lead


class LeadScore(models.Model):
    """What a lead scores, worked out again while it is open: to be sorted and chosen by. Once the
    lead is closed it stays as it was. Nothing is decided by it: the Agreement asks anew."""

    lead = models.OneToOneField(Lead, models.CASCADE, primary_key=True, related_name="scored")
    fit = models.PositiveSmallIntegerField(null=True)  # None where no rule is about it
    engagement = models.PositiveSmallIntegerField(null=True)
    since = models.DateTimeField()

    class Meta:
        app_label = "leads"
        indexes = [models.Index(fields=["fit"]), models.Index(fields=["engagement"])]

    def __str__(self):
        return f"{self.fit}, {self.engagement}"
