import uuid

from django.conf import settings
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from leads.campaigns.models import Campaign
from leads.capture.suspicion import Suspicion
from leads.forms.models import Form, new_token  # noqa: F401  (a migration finds it here)
from leads.lead.models import Lead
from leads.sources.models import Source


class Outcome(models.TextChoices):
    RECEIVED = "received", _("Received")  # kept, nothing decided yet
    CREATED = "created", _("New lead")
    MATCHED = "matched", _("Known person")
    HELD = "held", _("Held back")
    SPAM = "spam", _("Spam")
    ERROR = "error", _("Needs mending")
    CORRECTED = "corrected", _("Sent again, mended")  # by the stranger, who was told at the field
    ASIDE = "aside", _("Set aside")
    UNCONFIRMED = "unconfirmed", _("To be confirmed")  # by whoever sent it, from a mail to them
    TESTED = "tested", _("Test")  # ours, taken through all that happens to a lead and back again


OPEN_OUTCOMES = (  # no lead yet
    Outcome.RECEIVED,
    Outcome.HELD,
    Outcome.SPAM,
    Outcome.ERROR,
    Outcome.ASIDE,
    Outcome.UNCONFIRMED,
)


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        campaigns = Campaign.objects.visible_to(user)
        ours = models.Q(form__campaign__in=campaigns) | models.Q(source__campaign__in=campaigns)
        return self.filter(ours)

    def waiting(self):
        """For a person to look at."""
        return self.filter(outcome__in=[Outcome.HELD, Outcome.ERROR])


class Submission(models.Model):
    """What a stranger sent, kept as it came before anything is decided about it."""

    form = models.ForeignKey(Form, models.PROTECT, null=True, related_name="submissions")
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="submissions")
    submission_id = models.UUIDField(default=uuid.uuid4)
    version = models.PositiveSmallIntegerField(null=True)  # of the form, as it was filled
    language = models.CharField(max_length=12, blank=True, default="", db_default="")  # it was in
    test = models.BooleanField(default=False, db_default=False)  # ours: makes no lead
    received_at = models.DateTimeField(default=now)
    payload = models.JSONField()  # as it came; never edited
    unread = models.TextField(blank=True)  # what came and could not be read as fields
    mended = models.JSONField(null=True)  # what a person made of it
    earlier = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    seconds_on_page = models.FloatField(null=True)
    visitor = models.CharField(max_length=64, blank=True)
    arrival = models.JSONField(default=dict, db_default={})  # what the address said: Arrival.said
    suspicion = models.CharField(max_length=40, blank=True)  # noticed when it came, by their keys
    signs = models.JSONField(default=list, db_default=[])  # [[key, points, about]] when decided
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.RECEIVED)
    detail = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True)  # by mail, whether it was them
    confirmed_at = models.DateTimeField(null=True)  # by whoever sent it
    lead = models.ForeignKey(Lead, models.PROTECT, null=True, related_name="submissions")
    sample = models.BooleanField(default=False, editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint("form", "submission_id", name="one_submission_per_id"),
            models.UniqueConstraint("source", "submission_id", name="one_capture_per_id"),
            models.CheckConstraint(
                condition=models.Q(form=None) ^ models.Q(source=None), name="one_way_in"
            ),
        ]
        indexes = [
            models.Index(
                fields=["received_at"],
                condition=models.Q(outcome="received"),
                name="submission_undecided",
            ),
            models.Index(
                fields=["decided_at"],
                condition=models.Q(outcome="unconfirmed", asked_at=None),
                name="submission_unasked",
            ),
            models.Index(MD5(KT("payload__words")), name="submission_words"),
        ]

    def __str__(self):
        known = (self.said.get(field) for field in ("name", "email", "phone"))
        return next(filter(None, known), str(_("No name")))

    def get_absolute_url(self):
        return reverse("leads:submission", args=[self.pk])

    @property
    def way_in(self):
        """The Form or the Source that it came by."""
        return self.form or self.source

    @property
    def said(self):
        """What counts: what a person made of it, else what came."""
        return self.payload if self.mended is None else self.mended

    @property
    def is_open(self):
        return self.outcome in OPEN_OUTCOMES

    @property
    def must_confirm(self):
        """Whether whoever sent it is asked by mail if it was them."""
        asks = self.form is not None and self.form.confirms
        return asks and self.confirmed_at is None and bool(self.said.get("email"))

    @property
    def why(self):
        """Why it is where it is, in words."""
        suspected = self.detail in Suspicion.values
        return Suspicion(self.detail).label if suspected else self.detail
