"""Who is away: everybody's for whoever runs the line, for others their own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.absences.actions import add, change, remove
from funnel.absences.forms import AbsenceForm
from funnel.absences.queries import coming, today
from funnel.http import form_page
from funnel.listing import paged
from funnel.models import Absence, User
from funnel.permissions import Can
from funnel.templatetags.funnel import day

PAGE = "settings/absence.html"


def index(request):
    context = {
        "page": paged(request, coming(request.user)),
        "everybody": request.user.has_perm(Can.RUN_THE_LINE),
        "today": today(),
    }
    return render(request, "settings/absences.html", context)


def new(request):
    def act(values):
        add(**{"user": request.user, **values})
        messages.success(request, _("Added."))
        return "funnel:absences"

    everybody = request.user.has_perm(Can.RUN_THE_LINE)
    whose = User.objects.filter(is_active=True) if everybody else None
    form = AbsenceForm(request.POST or None, initial={"user": request.user.pk}, whose=whose)
    words = {"title": _("A new absence"), "verb": _("Add the absence")}
    return form_page(request, form, act, PAGE, **words)


def edit(request, pk):
    absence = _found(request, pk)
    now = {name: getattr(absence, name) for name in ("first_on", "last_on", "words")}

    def act(values):
        change(absence, **values)
        messages.success(request, _("Saved."))
        return "funnel:absences"

    form = AbsenceForm(request.POST or None, initial=now)
    words = {"title": _("%s is away") % absence.user, "verb": _("Save"), "absence": absence}
    return form_page(request, form, act, PAGE, **words)


def removal(request, pk):
    absence = _found(request, pk)
    if request.method == "POST":
        remove(absence)
        messages.success(request, _("Removed."))
        return redirect("funnel:absences")
    words = {
        "question": _("Is %s there after all?") % absence.user,
        "effect": _("Away from %(first)s to %(last)s.")
        % {"first": day(absence.first_on), "last": day(absence.last_on)},
        "verb": _("Remove the absence"),
        "kind": "danger",
        "back": reverse("funnel:absence", args=[pk]),
    }
    return render(request, "components/_confirm_page.html", words)


def _found(request, pk):
    absences = Absence.objects.visible_to(request.user).select_related("user")
    return get_object_or_404(absences, pk=pk)
