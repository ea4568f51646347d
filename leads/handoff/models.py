from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.models import Team
from funnel.permissions import Can, Scope
from funnel.steps import Step, Subject
from leads.lead.models import Lead
from leads.stages import HANDOFF_MACHINE, HandoffStage


class HandoffQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(Can.SEE_HANDOFFS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        mine = Q(offered_by=user) | Q(lead__owner=user) | Q(lead__campaign__owner=user)
        return self.filter(mine | _mine_to_answer(user))

    def waiting(self):
        return self.filter(stage=HandoffStage.OFFERED)

    def answerable_by(self, user):
        """Offered to this person, or to a queue of a team of theirs."""
        return self.filter(_mine_to_answer(user))


def _mine_to_answer(user):
    teams = user.teams.all()
    queue = Q(offered_to=None, team__in=teams)
    if user.scope == Scope.OWN:
        return Q(offered_to=user) | queue
    return Q(offered_to=user) | Q(team__in=teams)


class Handoff(Subject):
    """Marketing's offer of one lead over the line: one record per offer, with one answer."""

    machine = HANDOFF_MACHINE

    lead = models.ForeignKey(Lead, models.PROTECT, related_name="handoffs")
    pass_no = models.PositiveSmallIntegerField()
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="offers_made"
    )
    offered_to = models.ForeignKey(  # None: the team's queue
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="offers"
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="offers")
    offered_at = models.DateTimeField()
    note = models.TextField(_("why now"), blank=True)
    evidence = models.JSONField(default=dict)  # frozen with the offer
    stage = models.CharField(max_length=24, choices=HandoffStage, blank=True, editable=False)

    objects = HandoffQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        constraints = [
            models.UniqueConstraint("lead", "pass_no", name="one_handoff_per_pass"),
            models.UniqueConstraint(
                "lead", condition=Q(stage=HandoffStage.OFFERED), name="one_waiting_offer_per_lead"
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "offered_at"]),
            models.Index(fields=["stage", "stage_since"]),
        ]

    def __str__(self):
        return str(self.lead)


class HandoffStep(Step):
    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="steps")

    class Meta(Step.Meta):
        app_label = "leads"
