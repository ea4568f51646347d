from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, said, way_back
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.merging import queries
from leads.merging.actions import FIELDS, ask_again, merge, tell_apart, unmerge
from leads.merging.forms import MergeForm
from leads.merging.models import Pair
from leads.people.models import Person
from leads.people.queries import people

SHOWN = 20  # of those whom one searches for


@may(Can.SEE_LEADS)
def index(request):
    """Who may be one person, who is not, and who was merged."""
    view = chosen(request, queries.VIEWS, "open")
    merged = view == "merged"
    rows = queries.merges(request.user) if merged else queries.pairs(request.user, view)
    counted = queries.pairs_counted(request.user)
    context = {
        "page": paged(request, rows),
        "pills": pills(request, queries.VIEWS, view, counted),
        "view": view,
    }
    return render(request, "leads/pairs.html", context)


@require_POST
@may(Can.MERGE_PEOPLE)
def apart(request, pk):
    pair = _pair(request, pk)
    tell_apart(pair, by=request.user)
    undo = reverse("leads:pair_asking", args=[pair.pk])
    said(request, _("Not the same: nobody is asked about these two again."), undo=undo)
    return redirect(way_back(request, reverse("leads:pairs")))


@require_POST
@may(Can.MERGE_PEOPLE)
def asking(request, pk):
    ask_again(_pair(request, pk))
    messages.success(request, _("They are among those to decide again."))
    return redirect("leads:pairs")


@may(Can.MERGE_PEOPLE)
def choose(request, pk):
    """With whom somebody is one, where nobody found it."""
    person = _person(request, pk)
    words = request.GET.get("q", "").strip()
    found = people(request.user, words).exclude(pk=person.pk)[:SHOWN] if words else []
    context = {"person": person, "words": words, "found": found}
    return render(request, "leads/merge_choose.html", context)


@may(Can.MERGE_PEOPLE)
def create(request, pk, other):
    """Two records side by side; a value chosen for each field; what moves; then they are one."""
    one, two = _person(request, pk), _person(request, other)
    if one == two:
        raise Http404
    if request.method == "GET" and (merged := next((p for p in (one, two) if p.merged_into_id), 0)):
        return redirect(merged)
    form = MergeForm(request.POST or None)
    plan = queries.plan(one, two, form.chosen())

    def act(values):
        whose = {"kept": plan.kept, "gone": plan.gone}
        wanted = {name: whose[values[name]] for name in FIELDS if values[name]}
        done = merge(one, two, by=request.user, chosen=wanted)
        undo = reverse("leads:unmerge", args=[done.pk])
        said(request, _("One person now. It can be undone for 90 days."), undo=undo)
        return done.kept

    return form_page(request, form, act, template="leads/merge.html", plan=plan)


@require_POST
@may(Can.MERGE_PEOPLE)
def undoing(request, pk):
    done = get_object_or_404(queries.merges(request.user), pk=pk)
    if unmerge(done, by=request.user):
        messages.success(request, _("Two records again, each with its own rows."))
    return redirect(done.gone)


def _pair(request, pk):
    return get_object_or_404(Pair.objects.visible_to(request.user), pk=pk)


def _person(request, pk):
    seen = Person.objects.visible_to(request.user).select_related("company")
    return get_object_or_404(seen, pk=pk)
