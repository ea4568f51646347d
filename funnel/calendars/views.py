from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.calendars.actions import add, change, remove
from funnel.calendars.forms import DAYS, CalendarForm
from funnel.calendars.queries import OFFICE, listed, week_of
from funnel.http import form_page, may
from funnel.listing import paged
from funnel.models import Organisation, WorkCalendar
from funnel.permissions import Can

PAGE = "settings/calendar.html"


@may(Can.RUN_THE_LINE)
def index(request):
    context = {"page": paged(request, listed()), "organisation": Organisation.current()}
    return render(request, "settings/calendars.html", context)


@may(Can.RUN_THE_LINE)
def new(request):
    def act(values):
        add(**values)
        messages.success(request, _("Added."))
        return "funnel:calendars"

    now = {"time_zone": Organisation.current().time_zone, **_days(OFFICE)}
    form = CalendarForm(request.POST or None, initial=now)
    words = {"title": _("A new calendar"), "verb": _("Add the calendar")}
    return form_page(request, form, act, PAGE, **words)


@may(Can.RUN_THE_LINE)
def edit(request, pk):
    calendar = get_object_or_404(WorkCalendar, pk=pk)
    now = {"name": calendar.name, "time_zone": calendar.time_zone, **_days(week_of(calendar))}

    def act(values):
        change(calendar, **values)
        messages.success(request, _("Saved."))
        return "funnel:calendars"

    form = CalendarForm(request.POST or None, initial=now, calendar=calendar)
    words = {"title": now["name"], "verb": _("Save"), "calendar": calendar}
    return form_page(request, form, act, PAGE, **words)


@may(Can.RUN_THE_LINE)
def removal(request, pk):
    calendar = get_object_or_404(WorkCalendar, pk=pk)
    if request.method == "POST":
        remove(calendar)
        messages.success(request, _("Removed."))
        return redirect("funnel:calendars")
    words = {
        "question": _("Remove the calendar %s?") % calendar,
        "effect": _("Its hours and holidays go with it. Teams that work by it keep it here."),
        "verb": _("Remove the calendar"),
        "kind": "danger",
        "back": reverse("funnel:calendar", args=[pk]),
    }
    return render(request, "components/_confirm_page.html", words)


def _days(week):
    return dict(zip(DAYS, week, strict=True))
