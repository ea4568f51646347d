"""Who is away."""

from zoneinfo import ZoneInfo

from django.utils.timezone import now

from funnel.models import Absence, Organisation


def absent_on(day):
    """The keys of the colleagues who are away on `day`."""
    return set(Absence.objects.on(day).values_list("user_id", flat=True))


def away_until(user, day):
    """{key of a colleague: the last day} of the absences on `day` that `user` may see."""
    away = Absence.objects.visible_to(user).on(day).order_by("last_on")
    return dict(away.values_list("user_id", "last_on"))


def is_absent(user, at):
    """Whether `user` is away at the instant `at`, by the organisation's days."""
    return Absence.objects.on(_day_at(at)).filter(user=user).exists()


def coming(user):
    """The absences `user` may see that are not over yet, the next first."""
    ahead = Absence.objects.visible_to(user).filter(last_on__gte=today())
    return ahead.select_related("user").order_by("first_on", "pk")


def today():
    """The organisation's day."""
    return _day_at(now())


def _day_at(at):
    return at.astimezone(ZoneInfo(Organisation.current().time_zone)).date()
