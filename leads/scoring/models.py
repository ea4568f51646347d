from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from leads.scoring.conditions import sentence

HIGHEST = 100


class Scale(models.TextChoices):
    FIT = "fit", _("Fit")
    ENGAGEMENT = "engagement", _("Engagement")


@remembered(births=True)
class ScoreRule(models.Model):
    """What somebody is or did, and the points it gives; negative points are a doubt.

    `asks` is {condition: value} of conditions.py, with exactly one condition.
    """

    scale = models.CharField(_("score"), max_length=12, choices=Scale)
    asks = models.JSONField(_("condition"))
    points = models.SmallIntegerField(_("points"))
    days = models.PositiveSmallIntegerField(_("days it counts"), null=True)  # None: until decayed
    active = models.BooleanField(_("in use"), default=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["-scale", "-points", "pk"]
        constraints = [
            models.UniqueConstraint("asks", name="one_score_rule_per_condition"),
            models.CheckConstraint(
                condition=Q(points__gte=-HIGHEST, points__lte=HIGHEST) & ~Q(points=0),
                name="score_points_are_1_to_100_either_way",
            ),
            models.CheckConstraint(
                condition=Q(days=None) | Q(days__gte=1, scale=Scale.ENGAGEMENT),
                name="only_engagement_expires",
            ),
        ]

    def __str__(self):
        return self.sentence

    @property
    def asked(self):
        """Its condition as a form chooses it."""
        [(key, value)] = self.asks.items()
        return key if value is True else f"{key}-{value}"

    @cached_property
    def sentence(self):
        return sentence(self.asks)
