from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class Mail(models.TextChoices):
    """Whether a notice goes out by mail, too."""

    NOW = "now", _("At once")
    DIGEST = "digest", _("In the digest")
    NEVER = "never", _("Never")


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What stands in the reader's own centre; somebody else's does not exist for them."""
        return self.filter(user=user, centre=True)

    def unread(self):
        return self.filter(read_at=None)

    def unmailed(self, mail):
        """Those that wait to go out at once, or with the digest."""
        return self.filter(mail=mail, mailed_at=None)


class Notice(models.Model):
    """One thing one person is told, once. Written in the transaction of what it tells.

    `centre` and `mail` are what the reader wanted when it was written. `claimed_at`: a worker
    began to mail it then.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    event = models.CharField(max_length=60)
    key = models.CharField(max_length=120)  # of the thing it is about
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    path = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=now, editable=False)
    read_at = models.DateTimeField(null=True, editable=False)
    centre = models.BooleanField(default=True)
    mail = models.CharField(max_length=6, choices=Mail, default=Mail.NEVER)
    claimed_at = models.DateTimeField(null=True, editable=False)
    mailed_at = models.DateTimeField(null=True, editable=False)
    sample = models.BooleanField(default=False, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("user", "event", "key", name="never_told_twice"),
            models.CheckConstraint(
                condition=Q(path="") | Q(path__startswith="/") & ~Q(path__startswith="//"),
                name="notice_leads_to_a_page_of_ours",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-at"], name="notice_newest"),
            models.Index(
                fields=["user"], condition=Q(read_at=None, centre=True), name="notice_unread"
            ),
            models.Index(
                fields=["mail", "user"],
                condition=Q(mailed_at=None) & ~Q(mail=Mail.NEVER),
                name="notice_unmailed",
            ),
        ]

    def __str__(self):
        return self.title


class NoticeChoice(models.Model):
    """How one person wants to be told of one event, where it differs from the default."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choices"
    )
    event = models.CharField(max_length=60)
    centre = models.BooleanField(default=True)
    mail = models.CharField(max_length=6, choices=Mail)

    class Meta:
        constraints = [models.UniqueConstraint("user", "event", name="one_choice_per_event")]

    def __str__(self):
        return f"{self.event}: {self.mail}"


class NoticeHours(models.Model):
    """When one person may be mailed, if at all. Quiet hours are on the clock of their zone."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_hours"
    )
    mail = models.BooleanField(default=True)
    digest = models.BooleanField(default=True)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_to = models.TimeField(null=True, blank=True)
    digested_on = models.DateField(null=True, editable=False)  # the day of the last digest

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_to=None)
                | Q(quiet_from__isnull=False, quiet_to__isnull=False),
                name="quiet_hours_begin_and_end",
            )
        ]

    def __str__(self):
        return f"{self.quiet_from} – {self.quiet_to}"

    def is_quiet(self, clock):
        """Whether the time of day `clock` is within the quiet hours; they may wrap midnight."""
        begins, ends = self.quiet_from, self.quiet_to
        if begins is None or begins == ends:
            return False
        if begins < ends:
            return begins <= clock < ends
        return clock >= begins or clock < ends
