from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.steps import Fact
from leads.campaigns.models import Campaign
from leads.people.models import Person
from leads.responses.statuses import RESPONSES, Status


class ResponseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever sees a campaign sees who is in it."""
        return self.filter(campaign__in=Campaign.objects.visible_to(user))


class CampaignResponse(models.Model):
    """One person in one campaign. `status` is that of the latest of its steps, cached."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="responses")
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="responses")
    status = models.CharField(_("status"), max_length=12, choices=Status, blank=True)
    status_at = models.DateTimeField(null=True)
    first_responded_at = models.DateTimeField(null=True)  # by a status that is a response
    sample = models.BooleanField(default=False, editable=False)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-status_at", "-pk"]
        constraints = [
            models.UniqueConstraint("person", "campaign", name="one_response_per_campaign")
        ]
        indexes = [models.Index(fields=["campaign", "status"])]

    def __str__(self):
        return f"{self.person}: {self.get_status_display()}"

    @property
    def has_responded(self):
        return self.first_responded_at is not None

    @property
    def stands_responded(self):
        """Whether what they are now is a response: who registered and stayed away is not."""
        return self.status in RESPONSES


class ResponseStep(Fact):
    """What somebody became to a campaign, and when. Never edited: a mistake is followed by what is
    right."""

    response = models.ForeignKey(CampaignResponse, models.PROTECT, related_name="steps")
    status = models.CharField(max_length=12, choices=Status)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["response", "at"])]
        triggers = [append_only(merged=["response_id"])]  # one person, one row in a campaign

    @property
    def is_response(self):
        return self.status in RESPONSES
