from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from funnel.history import remembered
from leads.campaigns.models import Campaign


@remembered(births=True)
class CampaignAlias(models.Model):
    """What an incoming address means by a name that no campaign has; or that it means nothing.

    It is read whenever a touch is looked at, so that it names past touches and rewrites none.
    Where the address named a campaign, `value` alone decides; else its source and medium do.
    """

    value = models.CharField(max_length=100, blank=True)
    source = models.CharField(max_length=100, blank=True)
    medium = models.CharField(max_length=100, blank=True)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, related_name="aliases"
    )  # None: ignored
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=now)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        constraints = [
            models.UniqueConstraint("value", "source", "medium", name="one_campaign_alias"),
            models.CheckConstraint(
                condition=Q(value="") | Q(source="", medium=""), name="alias_by_value_or_by_place"
            ),
        ]

    def __str__(self):
        return self.value or " / ".join(filter(None, [self.source, self.medium]))
