import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.campaigns.models import Campaign


def new_token():
    """128 random bits: pages for strangers have addresses nobody can guess."""
    return secrets.token_urlsafe(16)


class FormQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(campaign__in=Campaign.objects.visible_to(user))


@remembered(births=True)
class Form(models.Model):
    """A capture form on one campaign, at an address only those who were given it know.

    What it asks and says stands in its versions; what is here holds at once, whatever version a
    page was opened with.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="forms")
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    title = models.CharField(_("title"), max_length=120)  # of the published version, to be listed
    published = models.PositiveSmallIntegerField(default=0, editable=False)  # number; 0: none yet
    open = models.BooleanField(_("open"), default=True)
    confirms = models.BooleanField(_("confirmed by mail"), default=False)
    frame_hosts = models.JSONField(_("pages that may show it"), default=list, blank=True)  # origins
    archived_at = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)

    objects = FormQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("leads:form", args=[self.pk])

    @property
    def address(self):
        """What a stranger types or scans."""
        return settings.BASE_URL + reverse("leads:hosted", args=[self.token])

    @property
    def page(self):
        """How touchpoints name it."""
        return f"form {self.pk}"

    @property
    def takes(self):
        """Whether strangers can send it now."""
        return self.open and self.published > 0 and self.archived_at is None

    @property
    def state(self):
        """One of archived, draft, open, closed."""
        if self.archived_at:
            return "archived"
        if not self.published:
            return "draft"
        return "open" if self.open else "closed"
