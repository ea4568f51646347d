from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deals.activities.actions import finish, plan, report, snooze
from deals.activities.forms import ComposerForm, NextStepForm
from deals.activities.models import ActivityKind, NextStep, Outcome
from deals.doors import worked_deal, worked_lead
from funnel.http import form_page, may, way_back
from funnel.period import too_far
from funnel.permissions import Can
from funnel.templatetags.funnel import clock, day

PUT_OFF = {"tomorrow": 1, "three_days": 3, "week": 7}  # days
MORNING = time(9)


@may(Can.WORK_DEALS)
def create(request):
    subject = _subject(request.GET)
    on = _found(request, subject)

    def act(values):
        said = form.read()
        report(by=request.user, **on, **said)
        messages.success(request, _told(said))
        return way_back(request, _page_of(subject))

    form = ComposerForm(request.POST or None)
    context = {**on, "composer": form, "back": _page_of(subject)}
    return form_page(request, form, act, "deals/activities/new.html", **context)


@require_POST
@may(Can.WORK_DEALS)
def preview(request):
    """What the box would write, before it does."""
    form = ComposerForm(request.POST)
    said = form.read() if form.is_valid() else None
    if said:
        said["kind_label"] = ActivityKind(said["kind"]).label
        said["outcome_label"] = Outcome(said["outcome"]).label if said["outcome"] else ""
    context = {"said": said, "closed": "closed" in request.GET}
    return render(request, "deals/activities/_will_be_written.html", context)


@may(Can.WORK_DEALS)
def plan_step(request):
    subject = _subject(request.GET)
    on = _found(request, subject)
    title = _("Next step for %s") % (on.get("deal") or on["lead"])
    return _planning(request, on, _page_of(subject), title=title, initial=None)


@may(Can.WORK_DEALS)
def move_step(request, pk):
    step, on = _step(request, pk)
    initial = {"text": step.text, "due_at": localtime(step.due_at)}
    subject = {key: record.pk for key, record in on.items()}
    return _planning(request, on, _page_of(subject), title=_("Move the next step"), initial=initial)


@require_POST
@may(Can.WORK_DEALS)
def finish_step(request, pk):
    step, on = _step(request, pk)
    if finish(step):
        messages.success(request, _("Done: %s") % step.text)
    return redirect(way_back(request, _page_of({key: each.pk for key, each in on.items()})))


@require_POST
@may(Can.WORK_DEALS)
def snooze_step(request, pk):
    step, on = _step(request, pk)
    until = _put_off(request.POST)
    snooze(step, until=until)
    messages.success(request, _("Put off until %s.") % _words(until))
    return redirect(way_back(request, _page_of({key: each.pk for key, each in on.items()})))


def _planning(request, on, back, *, title, initial):
    def act(values):
        step = plan(by=request.user, **on, **values)
        messages.success(request, _("Next: %s") % f"{step.text}, {_words(step.due_at)}")
        return way_back(request, back)

    form = NextStepForm(request.POST or None, initial=initial)
    context = {"title": title, "back": back, "back_label": str(on.get("deal") or on["lead"])}
    return form_page(request, form, act, **context)


def _subject(query):
    """{"deal": pk} or {"lead": pk}, as the query string names it; else 404."""
    for key in ("deal", "lead"):
        if query.get(key, "").isdecimal():
            return {key: int(query[key])}
    raise Http404


def _found(request, subject):
    if "deal" in subject:
        return {"deal": worked_deal(request, subject["deal"])}
    return {"lead": worked_lead(request, subject["lead"])}


def _step(request, pk):
    step = get_object_or_404(NextStep, pk=pk)
    return step, _found(request, {"deal": step.deal_id} if step.deal_id else {"lead": step.lead_id})


def _page_of(subject):
    if "deal" in subject:
        return reverse("deals:deal", args=[subject["deal"]])
    return reverse("reports:lead", args=[subject["lead"]])


def _put_off(typed):
    """The instant that the reader chose: a number of days on, or the day itself, at 9."""
    until = typed.get("until", "")
    try:
        ahead = PUT_OFF.get(until)
        on = localtime().date() + timedelta(ahead) if ahead else parse_date(until)
    except ValueError:
        on = None
    if on is None or too_far(on):
        return None
    return datetime.combine(on, MORNING, get_current_timezone())


def _told(said):
    if said["step"]:
        return _("Written. Next: %s") % f"{said['step']}, {_words(said['due_at'])}"
    return _("Written.")


def _words(at):
    return f"{day(at)}, {clock(at)}"
