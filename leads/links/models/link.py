from django.conf import settings
from django.db import models
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.campaigns.models import Campaign
from leads.links.codes import new_code

HUMAN = Q(kind="human", test=False)


class LinkQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(campaign__in=Campaign.objects.visible_to(user))

    def live(self):
        return self.filter(paused_at=None, archived_at=None)

    def paused(self):
        return self.filter(archived_at=None).exclude(paused_at=None)

    def archived(self):
        return self.exclude(archived_at=None)

    def with_clicks(self):
        """Each with `humans`, how often people followed it, and `last_at`, when last."""
        clicks = self.model._meta.get_field("clicks").related_model.objects
        human = clicks.filter(HUMAN, link=OuterRef("pk")).order_by().values("link")
        count, last = human.values(found=Count("pk")), human.values(found=Max("at"))
        return self.annotate(humans=Coalesce(Subquery(count), 0), last_at=Subquery(last))


@remembered(births=True)
class Link(models.Model):
    """A short address of ours that leads on to one stored target, and counts who follows it."""

    code = models.CharField(_("code"), max_length=40, unique=True, default=new_code)
    name = models.CharField(_("name"), max_length=120)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="links", verbose_name=_("campaign")
    )
    target = models.CharField(_("where it leads"), max_length=2000)
    source = models.CharField(_("source"), max_length=60)
    medium = models.CharField(_("medium"), max_length=60)
    content = models.CharField(_("content"), max_length=100, blank=True)
    term = models.CharField(_("term"), max_length=100, blank=True)
    tagged = models.BooleanField(_("tell the target where they came from"), default=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="links", verbose_name=_("owner")
    )
    made_at = models.DateTimeField(editable=False)
    paused_at = models.DateTimeField(null=True, editable=False)
    archived_at = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:link", args=[self.pk])

    @property
    def address(self):
        """What is printed, mailed or scanned."""
        return settings.BASE_URL + reverse("leads:follow", args=[self.code])

    @property
    def is_live(self):
        return not (self.paused_at or self.archived_at)
