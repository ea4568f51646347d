from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import Team
from funnel.steps import Fact
from leads.handoff.models import Handoff

HEAVIEST = 10


class Strategy(models.TextChoices):
    """How a team's lead finds its person."""

    QUEUE = "queue", _("waits in the queue")
    ROUND_ROBIN = "round_robin", _("one after the other")
    LEAST_OPEN = "least_open", _("who has the fewest open offers")
    WEIGHTED = "weighted", _("one after the other, by weight")
    OWNER_FIRST = "owner_first", _("the company's owner, else one after the other")


@remembered(births=True)
class RoutingRule(models.Model):
    """Which leads go to whom. The first active rule that matches decides."""

    position = models.PositiveSmallIntegerField(_("place"))
    name = models.CharField(_("name"), max_length=80)
    active = models.BooleanField(_("in use"), default=True)
    conditions = models.JSONField(_("conditions"), default=list)  # [{"kind": …, "values": […]}]
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    to_team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    strategy = models.CharField(max_length=12, choices=Strategy, blank=True)
    fallback_team = models.ForeignKey(  # its queue, where nobody else is free
        Team, models.PROTECT, null=True, related_name="+"
    )
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_user=None, to_team__isnull=False)
                | Q(to_user__isnull=False, to_team=None),
                name="a_rule_has_one_receiver",
            )
        ]

    def __str__(self):
        return self.name


class Turn(models.Model):
    """Where a member stands in a rule's round. Whoever has the smallest `due` is next.

    A turn costs a member ROUND / weight; `taken` is what their due was when they last had one.
    """

    ROUND = 2520  # divisible by every weight up to HEAVIEST

    rule = models.ForeignKey(RoutingRule, models.CASCADE, related_name="turns")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    due = models.BigIntegerField()
    taken = models.BigIntegerField()

    class Meta:
        app_label = "leads"
        constraints = [models.UniqueConstraint("rule", "user", name="one_place_in_a_round")]

    def __str__(self):
        return f"{self.user}: {self.due}"


@remembered(births=True)
class Seat(models.Model):
    """How much a salesperson takes, and of what. Without one there is no limit."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="seat")
    open_offers_max = models.PositiveSmallIntegerField(_("open offers at most"), null=True)
    per_day_max = models.PositiveSmallIntegerField(_("offers a day at most"), null=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)  # 1 to HEAVIEST
    languages = models.CharField(_("languages"), max_length=120, blank=True)  # "de, en"
    regions = models.CharField(_("countries"), max_length=120, blank=True)  # "AT, DE"
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        constraints = [
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=HEAVIEST), name="a_weight_is_1_to_10"
            )
        ]

    def __str__(self):
        return str(self.user)


@remembered(births=True)
class ClaimRule(models.Model):
    """How leads may be claimed from a queue; one row."""

    per_day = models.PositiveSmallIntegerField(_("claims a day at most"), null=True, default=10)
    cool_down_hours = models.PositiveSmallIntegerField(_("hours to cool down"), default=24)

    class Meta:
        app_label = "leads"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_claim_rule")]

    def __str__(self):
        return str(_("Claims"))

    @classmethod
    def current(cls):
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class Claim(Fact):
    """Somebody took a waiting offer out of their team's queue."""

    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="claims")

    class Meta(Fact.Meta):
        app_label = "leads"
        indexes = [models.Index(fields=["by", "at"])]

    def __str__(self):
        return str(self.handoff)
