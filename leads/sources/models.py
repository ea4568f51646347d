from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.campaigns.models import Campaign


class SourceQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(campaign__in=Campaign.objects.visible_to(user))

    def with_figures(self):
        """Each with how much `came`, how many leads it `became`, and `last_at`; open ones first."""
        return (
            self.select_related("campaign", "owner", "mailbox")
            .annotate(
                came=Count("submissions"),
                became=Count("submissions__lead", distinct=True),
                last_at=Max("submissions__received_at"),
            )
            .order_by(F("closed_at").asc(nulls_first=True), "name", "pk")
        )


@remembered(births=True, without=["key_digest"])
class Source(models.Model):
    """A program that sends us people's interest, and the key it shows. The key itself is told once
    and not kept: only its digest is."""

    name = models.CharField(_("name"), max_length=120)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="sources", verbose_name=_("campaign")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sources", verbose_name=_("owner")
    )
    key_digest = models.CharField(max_length=64, unique=True, editable=False)
    key_begins = models.CharField(max_length=12, editable=False)  # enough to tell keys apart
    key_made_at = models.DateTimeField(editable=False)
    per_minute = models.PositiveIntegerField(
        _("at most a minute"),
        default=600,
        help_text=_("What comes beyond that is asked to wait and to send again."),
    )
    made_at = models.DateTimeField(editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)  # its key opens nothing any more
    sample = models.BooleanField(default=False, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:source", args=[self.pk])

    @property
    def is_open(self):
        return self.closed_at is None
