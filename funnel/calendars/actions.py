from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Holiday, Organisation, WorkCalendar, WorkHours
from funnel.refusal import Refusal
from funnel.worktime import in_order


@transaction.atomic
def add(*, name, time_zone, week, holidays, sample=False):
    """A new calendar. `week`: seven lists of (opens, closes), Monday first, closing at 00:00 for
    midnight; `holidays`: {day: name}. Refusals: see change."""
    _check_free(name)
    _check_week(week)
    calendar = WorkCalendar.objects.create(name=name.strip(), time_zone=time_zone, sample=sample)
    _keep(calendar, week, holidays)
    return calendar


@transaction.atomic
def change(calendar, *, name, time_zone, week, holidays):
    """Make a calendar what is said; what stays of its hours and holidays is not written again.

    Refusal for a name another one has, for a week without hours, and for hours in disorder.
    """
    _check_free(name, but=calendar)
    _check_week(week)
    calendar = WorkCalendar.objects.select_for_update().get(pk=calendar.pk)
    calendar.name, calendar.time_zone = name.strip(), time_zone
    calendar.save(update_fields=["name", "time_zone"])
    _keep(calendar, week, holidays)
    return calendar


@transaction.atomic
def remove(calendar):
    """Delete a calendar. Refusal while anybody works by it."""
    locked = WorkCalendar.objects.select_for_update().filter(pk=calendar.pk).first()
    if locked is None:
        return
    by_it = [team.name for team in locked.teams.all()]
    if Organisation.current().calendar_id == locked.pk:
        by_it.append(_("the organisation"))
    if by_it:
        raise Refusal(_("It stays: %s work by it.") % ", ".join(by_it))
    locked.delete()


def _check_free(name, but=None):
    if WorkCalendar.objects.filter(name__iexact=name.strip()).exclude(pk=but and but.pk).exists():
        raise Refusal(_("There is a calendar of that name."), field="name")


def _check_week(week):
    for weekday, spans in enumerate(week):
        if not in_order(spans):
            words = _("Each span ends after it begins, and before the next one begins.")
            raise Refusal(words, field=f"day_{weekday}")
    if not any(week):
        raise Refusal(_("Somebody has to work at some time of the week."), field="day_0")


def _keep(calendar, week, holidays):
    hours = {(day, *span) for day, spans in enumerate(week) for span in spans}
    _only(calendar.hours, ("weekday", "opens", "closes"), hours, WorkHours)
    _only(calendar.holidays, ("on", "name"), set(holidays.items()), Holiday)


def _only(rows, columns, wanted, model):
    """Make `rows` of a calendar those of `wanted`, tuples of `columns`."""
    there = {key: pk for pk, *key in rows.values_list("pk", *columns) for key in [tuple(key)]}
    rows.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    model.objects.bulk_create(
        model(calendar=rows.instance, **dict(zip(columns, key, strict=True)))
        for key in sorted(wanted - there.keys())
    )
