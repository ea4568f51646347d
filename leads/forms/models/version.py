import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.timezone import now

from funnel.mending import sealed
from leads.forms.models.form import Form

NEVER = "what was published never changes"


class FormVersion(models.Model):
    """What a form asks and says: a draft that is edited, or a numbered version that never changes.

    `content` is read by leads.forms.content.Content.
    """

    form = models.ForeignKey(Form, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(null=True)  # None: the draft
    content = models.JSONField()
    edited_at = models.DateTimeField(default=now)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "number"], nulls_distinct=False, name="one_draft_of_a_form"
            ),
            models.CheckConstraint(
                condition=models.Q(number=None) ^ models.Q(published_at__isnull=False),
                name="a_version_is_a_draft_or_published",
            ),
        ]
        triggers = [sealed(NEVER, condition=pgtrigger.Q(old__published_at__isnull=False))]

    def __str__(self):
        return f"{self.form}, {self.number or 'draft'}"
