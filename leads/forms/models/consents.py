from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.mending import append_only, sealed
from funnel.steps import Fact
from leads.forms.models.form import Form
from leads.forms.models.version import NEVER
from leads.lead.models import Lead
from leads.people.models import Person


@remembered(births=True)
class ConsentText(models.Model):
    """One thing that strangers may agree to; its words are in its wordings."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    purpose = models.CharField(
        _("purpose"), max_length=300, help_text=_("What the data is used for, for your records.")
    )
    retention_months = models.PositiveSmallIntegerField(
        _("kept for months"), null=True, blank=True, help_text=_("Empty: until it is taken back.")
    )
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:consent_text", args=[self.pk])


class ConsentWording(models.Model):
    """One version of the words, with the purpose and retention that stood beside them then."""

    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    words = models.JSONField()  # {language: text}
    purpose = models.CharField(max_length=300)
    retention_months = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint("text", "number", name="one_wording_per_number")]
        triggers = [sealed(NEVER)]

    def __str__(self):
        return f"{self.text} {self.number}"

    @property
    def frozen(self):
        """As a version of a form carries it, so that its page needs no look-up."""
        told = {"id": self.pk, "text": self.text_id, "number": self.number}
        return told | {"name": self.text.name, "words": self.words}


class Consent(Fact):
    """What one person agreed to, when, by which words, in which language; append-only."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    lead = models.ForeignKey(Lead, models.PROTECT, related_name="consents")
    form = models.ForeignKey(Form, models.PROTECT, related_name="consents")
    submission = models.ForeignKey(
        "leads.Submission", models.PROTECT, null=True, related_name="consents"
    )
    wording = models.ForeignKey(ConsentWording, models.PROTECT, null=True, related_name="consents")
    name = models.CharField(max_length=120)  # as the text was called then
    number = models.PositiveSmallIntegerField()  # of the wording
    language = models.CharField(max_length=12)
    words = models.TextField()  # exactly what stood beside the box
    confirmed_at = models.DateTimeField(null=True)  # by mail, where the form asks for it

    class Meta(Fact.Meta):
        app_label = "leads"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint("submission", "name", "number", name="one_consent_per_box")
        ]
        triggers = [append_only()]

    def __str__(self):
        return f"{self.name} {self.number}"
