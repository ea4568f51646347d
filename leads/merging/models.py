from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from leads.people.models import Person

UNDO_FOR = timedelta(days=90)


class Sign(models.TextChoices):
    """Why two may be one."""

    PHONE = "phone", _("the same phone")
    MAIL = "mail", _("an address that looks the same")
    NAME = "name", _("nearly the same name and company")


class Likeness(models.Model):
    """What of a person is compared, folded: see leads.merging.alike. Made anew when `basis`, what
    it was made of, is no longer what the person is."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    basis = models.TextField()
    phone = models.CharField(max_length=20, blank=True)
    mail = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=250, blank=True)
    who = models.CharField(max_length=500, blank=True)  # name and company, where both are known

    class Meta:
        app_label = "leads"
        indexes = [
            models.Index(fields=["phone"], condition=~Q(phone=""), name="likeness_phone"),
            models.Index(fields=["mail"], condition=~Q(mail=""), name="likeness_mail"),
            GinIndex(
                fields=["who"], opclasses=["gin_trgm_ops"], name="likeness_who", fastupdate=False
            ),
        ]

    def __str__(self):
        return str(self.person)


class PairQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever sees both sees that they may be one."""
        seen = Person.objects.visible_to(user)
        return self.filter(low__in=seen, high__in=seen)

    def standing(self):
        return self.filter(low__merged_into=None, high__merged_into=None)

    def open(self):
        return self.standing().filter(apart_at=None)


class Pair(models.Model):
    """Two people who may be one. Once somebody said they are not, they are never asked again."""

    low = models.ForeignKey(Person, models.CASCADE, related_name="+")
    high = models.ForeignKey(Person, models.CASCADE, related_name="+")
    signs = ArrayField(models.CharField(max_length=8, choices=Sign))
    found_at = models.DateTimeField(default=now)
    apart_at = models.DateTimeField(null=True)  # not the same
    apart_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        ordering = ["-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint("low", "high", name="one_pair_of_two"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="pair_in_order"),
        ]

    def __str__(self):
        return f"{self.low} = {self.high}?"

    @property
    def reasons(self):
        return [Sign(sign).label for sign in self.signs]


class Merge(models.Model):
    """Two records were said to be one person. Holds what it takes to undo it, for UNDO_FOR."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    before = models.JSONField()  # both as they were, and every row that was re-pointed
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        app_label = "leads"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "gone", condition=Q(undone_at=None), name="merged_into_one_at_a_time"
            )
        ]

    def __str__(self):
        return f"{self.gone} → {self.kept}"

    @property
    def until(self):
        """The instant from which it can no longer be undone."""
        return self.at + UNDO_FOR

    @property
    def may_be_undone(self):
        return self.undone_at is None and now() < self.until

    @property
    def gone_name(self):
        return self.before["gone"]["name"] or self.before["gone"]["email"] or str(self.gone)
