"""When people are at work: the hours of a week, holidays, and who is away."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.permissions import Can
from funnel.worktime import MIDNIGHT


@remembered(births=True)
class WorkCalendar(models.Model):
    """The hours and holidays of one place. Teams and the organisation may each have one."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    time_zone = models.CharField(_("time zone"), max_length=64)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("calendar")

    def __str__(self):
        return self.name


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


@remembered(births=True)
class WorkHours(models.Model):
    """One span of a weekday, on the calendar's wall clock. Closing at 00:00 ends the day."""

    calendar = models.ForeignKey(WorkCalendar, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.UniqueConstraint("calendar", "weekday", "opens", name="one_opening_at_a_time"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="a_week_has_seven_days"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")) | Q(closes=MIDNIGHT),
                name="hours_close_after_they_open",
            ),
        ]

    def __str__(self):
        opens, closes = (time_format(at, "H:i") for at in (self.opens, self.closes))
        return f"{self.get_weekday_display()} {opens}–{closes}"


@remembered(births=True)
class Holiday(models.Model):
    """A day without hours."""

    calendar = models.ForeignKey(WorkCalendar, models.CASCADE, related_name="holidays")
    on = models.DateField()
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint("calendar", "on", name="one_holiday_a_day")]

    def __str__(self):
        return f"{self.on.isoformat()} {self.name}"


class AbsenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Everybody's to whoever runs the line, to others their own."""
        return self if user.has_perm(Can.RUN_THE_LINE) else self.filter(user=user)

    def on(self, day):
        return self.filter(first_on__lte=day, last_on__gte=day)


@remembered(births=True, without=("words",))
class Absence(models.Model):
    """Days on which a colleague is away, both included, as the organisation counts days."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences", verbose_name=_("who")
    )
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    words = models.CharField(max_length=200, blank=True)
    sample = models.BooleanField(default=False, editable=False)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["first_on", "pk"]
        indexes = [models.Index(fields=["last_on", "first_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="absence_ends_after_it_begins"
            )
        ]

    def __str__(self):
        return f"{self.first_on.isoformat()} – {self.last_on.isoformat()}"
