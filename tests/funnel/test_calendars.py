"""When people are at work: calendars with hours and holidays, and which team works by which."""

from datetime import date, time

import pghistory
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from funnel.calendars.actions import add, change, remove
from funnel.calendars.queries import worktime_of
from funnel.changes.queries import entries
from funnel.models import Holiday, Organisation, Team, WorkCalendar, WorkHours
from funnel.refusal import Refusal

pytestmark = pytest.mark.django_db
SPLIT = ((time(8), time(12)), (time(13), time(17)))
WEEK = (SPLIT,) * 5 + ((), ())
CHRISTMAS = {date(2026, 12, 25): "Christmas"}
TYPED = {"name": "Leipzig", "time_zone": "Europe/Berlin", "day_0": "8:00-12:00, 13-17:30"}


def a_calendar(name="Potsdam", **more):
    return add(
        **{"name": name, "time_zone": "Europe/Berlin", "week": WEEK, "holidays": CHRISTMAS} | more
    )


def send(client, user, route, data, *args):
    client.force_login(user)
    return client.post(reverse(f"funnel:{route}", args=args), data)


def error(answer, field):
    return [str(each) for each in answer.context["form"].errors[field]]


def test_a_manager_adds_one_as_it_is_typed(client, greta):
    typed = {**TYPED, "added": "2026-12-25 Christmas\n\n2027-01-01\tNew Year"}
    assert send(client, greta, "calendar_new", typed).status_code == 302
    calendar = WorkCalendar.objects.get(name="Leipzig")
    assert [str(hours) for hours in calendar.hours.all()] == [
        "Monday 08:00–12:00",
        "Monday 13:00–17:30",
    ]
    assert [str(each) for each in calendar.holidays.all()] == [
        "2026-12-25 Christmas",
        "2027-01-01 New Year",
    ]


def test_a_form_sent_twice_adds_one(client, greta):
    typed = {**TYPED, "once": "7f1f1c4e-0000-4000-8000-000000000002"}
    first, second = (send(client, greta, "calendar_new", typed) for _ in range(2))
    assert first.url == second.url == reverse("funnel:calendars")
    assert WorkCalendar.objects.count() == 1


def test_a_day_may_end_at_midnight(client, greta):
    send(client, greta, "calendar_new", {**TYPED, "day_5": "18-24", "day_6": "0:00-00:00"})
    week = worktime_of(Team(calendar=WorkCalendar.objects.get())).week
    assert week[5:] == (((time(18), time()),), ((time(), time()),))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8 to 12", "Type hours like"),
        ("8:00-25:00", "no time of day"),
        ("8:00-24:30", "Each span ends"),
        ("12-8", "Each span ends"),
        ("8-12, 11-17", "Each span ends"),
        ("", "Somebody has to work"),
    ],
)
def test_hours_that_are_none_are_told_at_their_day(client, greta, typed, words):
    answer = send(client, greta, "calendar_new", {**TYPED, "day_0": typed})
    assert answer.status_code == 422
    assert words in error(answer, "day_0")[0]
    assert not WorkCalendar.objects.exists()


def test_each_bad_line_is_told_by_its_number(client, greta):
    lines = "2026-12-25 Christmas\nChristmas\n2026-02-30 Never\n2026-12-25 Again\n2026-10-03"
    answer = send(client, greta, "calendar_new", {**TYPED, "added": lines})
    assert error(answer, "added") == [
        "Line 2 is not a day and its name: Christmas",
        "Line 3 is not a day and its name: 2026-02-30 Never",
        "Line 4: 2026-12-25 comes twice.",
        "Line 5 is not a day and its name: 2026-10-03",
    ]
    assert "2026-02-30 Never" in answer.content.decode()


def test_holidays_are_added_and_taken_out_and_the_rest_stays(client, greta):
    calendar = a_calendar(holidays={**CHRISTMAS, date(2026, 12, 31): "New Year's Eve"})
    kept, out = calendar.holidays.all()
    typed = {**TYPED, "added": "2027-01-01 New Year", "taken_out": [out.pk]}
    assert send(client, greta, "calendar", typed, calendar.pk).status_code == 302
    assert [each.on for each in calendar.holidays.all()] == [kept.on, date(2027, 1, 1)]
    assert Holiday.objects.filter(pk=kept.pk).exists()
    assert calendar.hours.count() == 2


def test_the_form_shows_what_is(client, greta):
    calendar = a_calendar()
    client.force_login(greta)
    page = client.get(reverse("funnel:calendar", args=[calendar.pk])).content.decode()
    assert "08:00–12:00, 13:00–17:00" in page and "2026-12-25 Christmas" in page
    listed = client.get(reverse("funnel:calendars")).content.decode()
    assert "Monday – Friday 08:00–12:00, 13:00–17:00" in listed


def test_two_calendars_do_not_share_a_name():
    a_calendar()
    with pytest.raises(Refusal, match="of that name"):
        a_calendar("POTSDAM ")
    assert change(a_calendar("Leipzig"), **_as_it_is("Leipzig")).name == "Leipzig"


def _as_it_is(name):
    return {"name": name, "time_zone": "Europe/Berlin", "week": WEEK, "holidays": CHRISTMAS}


def test_one_that_somebody_works_by_is_not_removed(client, greta, sam):
    calendar = a_calendar()
    Team.objects.update(calendar=calendar)
    answer = send(client, greta, "calendar_removal", {}, calendar.pk)
    assert (answer.status_code, b"North work by it" in answer.content) == (422, True)
    Team.objects.update(calendar=None)
    Organisation.current()
    Organisation.objects.update(calendar=calendar)
    with pytest.raises(Refusal, match="the organisation"):
        remove(calendar)
    assert WorkCalendar.objects.exists()


def test_one_that_nobody_works_by_goes_with_its_hours(client, greta):
    calendar = a_calendar()
    client.force_login(greta)
    asked = client.get(reverse("funnel:calendar_removal", args=[calendar.pk]))
    assert b"Remove the calendar Potsdam?" in asked.content and WorkCalendar.objects.exists()
    assert send(client, greta, "calendar_removal", {}, calendar.pk).status_code == 302
    assert not WorkCalendar.objects.exists() and not WorkHours.objects.exists()
    remove(calendar)


@pytest.mark.parametrize("route", ["calendars", "calendar_new"])
def test_only_who_runs_the_line_sees_them(client, sam, mara, route):
    for nobody in (sam, mara):
        client.force_login(nobody)
        assert client.get(reverse(f"funnel:{route}")).status_code == 403


def test_the_database_keeps_hours_in_order():
    calendar = a_calendar()
    for wrong in ({"weekday": 7}, {"opens": time(17)}):
        row = {"weekday": 6, "opens": time(8), "closes": time(12)} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            WorkHours.objects.create(calendar=calendar, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Holiday.objects.create(calendar=calendar, on=date(2026, 12, 25), name="Again")


def test_what_changed_is_told_of_its_calendar(greta):
    with pghistory.context(user=greta.pk):
        calendar = a_calendar(holidays={})
        change(calendar, **_as_it_is("Berlin"))
        team = Team.objects.create(name="North")
        Team.objects.filter(pk=team.pk).update(calendar=calendar)
    told = {(each.what, each.field, each.was, each.became) for each in entries()}
    assert ("Calendar: Berlin", "Holiday", "", "2026-12-25 Christmas") in told
    assert ("Calendar: Berlin", "Hours", "", "Monday 08:00–12:00") in told
    assert ("Calendar: Berlin", "Name", "Potsdam", "Berlin") in told
    assert ("Team: North", "Calendar", "", "Berlin") in told
