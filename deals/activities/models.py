from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.mending import append_only
from funnel.steps import Fact
from leads.models import Lead, Person


class ActivityKind(models.TextChoices):
    CALL = "call", _("Call")
    MAIL = "mail", _("Mail")
    MEETING = "meeting", _("Meeting")
    MESSAGE = "message", _("Message")
    NOTE = "note", _("Note")


class Outcome(models.TextChoices):
    REACHED = "reached", _("Reached")
    VOICEMAIL = "voicemail", _("Voicemail")
    NO_ANSWER = "no_answer", _("No answer")
    WRONG = "wrong", _("Wrong number")
    SENT = "sent", _("Sent")
    HELD = "held", _("Held")


OF_ITSELF = {ActivityKind.MAIL: Outcome.SENT, ActivityKind.MEETING: Outcome.HELD}
OF_A_CALL = (Outcome.REACHED, Outcome.VOICEMAIL, Outcome.NO_ANSWER, Outcome.WRONG)


class ActivityQuerySet(models.QuerySet):
    def contacts(self):
        """What counts as contact: anything outbound, and anything that was held with them."""
        return self.exclude(kind=ActivityKind.NOTE).filter(Q(outbound=True) | Q(held=True))


class Activity(Fact):
    """What a salesperson did with one person, once. Never edited; a correction is a new one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="activities")
    lead = models.ForeignKey(Lead, models.PROTECT, null=True, related_name="activities")
    deal = models.ForeignKey("deals.Deal", models.PROTECT, null=True, related_name="activities")
    kind = models.CharField(_("what"), max_length=12, choices=ActivityKind)
    outcome = models.CharField(_("how it went"), max_length=12, choices=Outcome, blank=True)
    outbound = models.BooleanField(default=True)
    held = models.BooleanField(default=False)  # both spoke
    words = models.TextField(_("what was said"), blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta(Fact.Meta):
        app_label = "deals"
        verbose_name_plural = _("activities")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["lead", "at"])]
        triggers = [append_only(personal=["words"])]

    def __str__(self):
        return self.get_kind_display()


class NextStep(models.Model):
    """What is to be done next on one open lead or deal, and by when. At most one is open."""

    lead = models.ForeignKey(Lead, models.PROTECT, null=True, related_name="next_steps")
    deal = models.ForeignKey("deals.Deal", models.PROTECT, null=True, related_name="next_steps")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="next_steps")
    due_at = models.DateTimeField(_("when"))
    text = models.CharField(_("what"), max_length=200)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "deals"
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lead=None) ^ Q(deal=None), name="next_step_of_lead_or_deal"
            ),
            models.UniqueConstraint(
                "lead", condition=Q(done_at=None), name="one_open_next_step_per_lead"
            ),
            models.UniqueConstraint(
                "deal", condition=Q(done_at=None), name="one_open_next_step_per_deal"
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_at"], condition=Q(done_at=None), name="next_step_due"
            )
        ]

    def __str__(self):
        return self.text

    @property
    def subject(self):
        return self.deal or self.lead

    @property
    def is_late(self):
        return self.due_at < now()
