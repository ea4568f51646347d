from datetime import datetime, time

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, refusals_on, way_back
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.campaigns.views import found
from leads.people.models import Person
from leads.responses import queries
from leads.responses.actions import Said, respond_many
from leads.responses.forms import ListedForm, SearchForm, StatusForm

AT_ONCE = 500  # people of one list that are chosen together


@may(Can.SEE_CAMPAIGNS)
def index(request, pk):
    """Who is in a campaign, and what each of them is to it."""
    campaign = found(request, pk)
    answers = queries.answers(campaign)
    views, counts = queries.views_of(answers)
    view, filters = chosen(request, views, queries.EVERYBODY), SearchForm(request.GET)
    words = filters.cleaned_data["q"] if filters.is_valid() else ""
    context = {
        "campaign": campaign,
        "answers": answers,
        "page": paged(request, queries.in_view(campaign, view, words)),
        "pills": pills(request, views, view, counts),
        "filters": filters,
        "filtered": bool(words) or view != queries.EVERYBODY,
        "form": StatusForm(campaign=campaign),
    }
    return render(request, "leads/responses.html", context)


@may(Can.RUN_CAMPAIGNS)
def listed(request, pk):
    """Many people at once, from a pasted list; whom nobody knows stays in the box."""
    campaign = found(request, pk)
    form = ListedForm(request.POST or None, campaign=campaign)
    back = reverse("leads:responses", args=[campaign.pk])

    def act(values):
        people, unknown = queries.named(values["who"].splitlines(), request.user)
        if unknown:
            raise Refusal(_unknown(unknown), field="who")
        _tell(request, _respond(request, campaign, people.values(), values))
        return back

    words = {"title": _("Who was in %s") % campaign, "verb": _("Write down")}
    return form_page(request, form, act, back=back, back_label=_("Responses"), **words)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def set_many(request, pk):
    """The chosen people of the list are something else now."""
    campaign = found(request, pk)
    form, back = StatusForm(request.POST, campaign=campaign), _back(request, campaign)
    keys = [key for key in request.POST.getlist("person") if key.isdecimal() and len(key) < 19]
    people = Person.objects.filter(pk__in=keys[:AT_ONCE], responses__campaign=campaign)
    if not people:
        messages.warning(request, _("Choose the people first."))
    elif form.is_valid():
        with refusals_on(form):
            _tell(request, _respond(request, campaign, people, form.cleaned_data))
    for said in form.errors.values():
        messages.warning(request, said[0])
    return redirect(back)


def _respond(request, campaign, people, values):
    at = _moment(values["on"])
    said = [Said(person, campaign, values["status"], at) for person in people]
    return respond_many(said, by=request.user)


def _moment(day):
    """Today is now; another day is its noon, for nobody wrote down when."""
    if day == localdate():
        return now()
    return datetime.combine(day, time(12), get_current_timezone())


def _tell(request, steps):
    new, same = sum(map(bool, steps)), sum(step is None for step in steps)
    words = ngettext("%d written down.", "%d written down.", new) % new
    if same:
        words += " " + ngettext("%d was it already.", "%d were it already.", same) % same
    messages.success(request, words)


def _unknown(lines):
    shown = ", ".join(lines[:5]) + (" …" if len(lines) > 5 else "")
    words = ngettext(
        "Nobody here has this address: %(who)s. Take it out, or add them first.",
        "Nobody here has these %(n)d addresses: %(who)s. Take them out, or add them first.",
        len(lines),
    )
    return words % {"n": len(lines), "who": shown}


def _back(request, campaign):
    return way_back(request, reverse("leads:responses", args=[campaign.pk]))
