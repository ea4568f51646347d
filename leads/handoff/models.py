from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.models import Team
from funnel.permissions import Can, Scope
from funnel.steps import Fact, Step, Subject
from leads.agreement.models import Agreement
from leads.agreement.terms import Tier
from leads.lead.models import Lead
from leads.stages import CAME_BACK, HANDOFF_MACHINE, HandoffStage


class HandoffQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(Can.SEE_HANDOFFS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        mine = Q(offered_by=user) | Q(lead__owner=user) | Q(lead__campaign__owner=user)
        return self.filter(mine | _mine_to_answer(user))

    def came_back(self):
        """Returned, and not overturned since."""
        return self.filter(stage__in=CAME_BACK)

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
    offered_to = models.ForeignKey(  # who has it now; None: the team's queue
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="offers"
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="offers")
    first_to = models.ForeignKey(  # frozen with the offer; who had it since: acts and claims
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    first_team = models.ForeignKey(
        Team, models.PROTECT, null=True, editable=False, related_name="+"
    )
    offered_at = models.DateTimeField()
    note = models.TextField(_("why now"), blank=True)
    evidence = models.JSONField(default=dict)  # frozen with the offer
    trace = models.JSONField(null=True)  # how the rules chose, frozen too; null: by hand
    stage = models.CharField(max_length=24, choices=HandoffStage, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)  # first accepted or returned
    contacted_at = models.DateTimeField(null=True, editable=False)  # first outbound activity

    # What the Agreement promised, in working time of the receiving team, and where the clock
    # stands. Without a promise (an import, a known answer) no clock runs.
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="handoffs")
    tier = models.CharField(max_length=12, choices=Tier, blank=True)
    accept_for = models.DurationField(null=True)
    contact_for = models.DurationField(null=True)
    accept_due_at = models.DateTimeField(null=True)
    contact_due_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)  # a manager holds the clock since then
    held_for = models.DurationField(default=timedelta(0))  # working time held before
    rung = models.PositiveSmallIntegerField(default=0)  # per cent of the running clock told so far
    rung_at = models.DateTimeField(null=True)  # when the next rung of the ladder is due

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
            models.Index(fields=["accept_due_at"]),
            models.Index(
                fields=["rung_at"], condition=Q(held_at=None), name="handoff_clock_running"
            ),
        ]

    def __str__(self):
        return str(self.lead)


class HandoffStep(Step):
    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="steps")

    class Meta(Step.Meta):
        app_label = "leads"


class ActKind(models.TextChoices):
    """What is done with a hand-off without answering it."""

    REROUTED = "rerouted", _("Passed on")
    HELD = "held", _("Clock held")
    RESUMED = "resumed", _("Clock runs again")
    NUDGED = "nudged", _("Nudged")
    ANSWERED = "answered", _("Answered")  # marketing's words to a return
    RUNG = "rung", _("Time used")


class Clock(models.TextChoices):
    ACCEPT = "accept", _("Answer by")
    CONTACT = "contact", _("Contact by")


class HandoffAct(Fact):
    """One thing done at the line that moves nothing: kept like the steps, beside them."""

    handoff = models.ForeignKey(Handoff, models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=12, choices=ActKind)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True)
    trace = models.JSONField(null=True)  # how the rules chose `to`; null: by hand
    clock = models.CharField(max_length=8, choices=Clock, blank=True)
    rung = models.PositiveSmallIntegerField(null=True)  # per cent of the clock
    passed = models.BooleanField(default=False)  # a rung that nobody was told of: too late for it

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["id"]
        triggers = [append_only(personal=["words"])]
        constraints = [
            models.UniqueConstraint(
                "handoff",
                "clock",
                "rung",
                condition=Q(kind=ActKind.RUNG),
                name="one_act_per_rung",
            )
        ]

    def __str__(self):
        return self.get_kind_display()
