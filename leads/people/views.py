import re
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from funnel.editing import edit_page
from funnel.http import may, way_back
from funnel.listing import paged
from funnel.permissions import Can
from leads.people import queries
from leads.people.actions import edit as change
from leads.people.doors import may_edit
from leads.people.forms import CompanyForm, PersonForm
from leads.people.models import Company, Person

NUMBER = re.compile("[1-9][0-9]{0,17}")


@may(Can.SEE_LEADS)
def index(request):
    words = request.GET.get("q", "").strip()
    people, batch = queries.people(request.user, words), request.GET.get("batch", "")
    if NUMBER.fullmatch(batch):
        people = people.filter(batch=batch)
    context = {"page": paged(request, people), "words": words, "batch": batch}
    return render(request, "leads/person_list.html", context)


@may(Can.SEE_LEADS)
def show(request, pk):
    person = _seen(request).filter(pk=pk).first()
    if person is None:
        return _elsewhere(request, pk)
    leads = person.leads.visible_to(request.user).select_related("campaign", "channel")
    context = {
        "person": person,
        "leads": leads.order_by("-born_at", "-pk"),
        "edits": queries.edits_of_person(person),
        "consents": person.consents.filter(lead__in=leads),
        "may_edit": may_edit(request.user),
    }
    return render(request, "leads/person_detail.html", context)


@may(Can.SEE_LEADS)
def edit(request, pk):
    person = _person(request, pk)
    if not may_edit(request.user):
        raise PermissionDenied
    name, form = str(person), PersonForm(request.POST or None, instance=person)
    return edit_page(
        request,
        form,
        keep=partial(_kept, by=request.user),
        title=_("Edit %s") % name,
        back=way_back(request, person.get_absolute_url()),
        back_label=name,
    )


@may(Can.SEE_LEADS)
def company(request, pk):
    company = get_object_or_404(Company.objects.visible_to(request.user), pk=pk)
    page = paged(request, queries.people(request.user).filter(company=company))
    context = {"company": company, "page": page, "may_edit": may_edit(request.user)}
    return render(request, "leads/company_detail.html", context)


@may(Can.SEE_LEADS)
def company_edit(request, pk):
    company = get_object_or_404(Company.objects.visible_to(request.user), pk=pk)
    if not may_edit(request.user):
        raise PermissionDenied
    name, form = str(company), CompanyForm(request.POST or None, instance=company)
    back = company.get_absolute_url()
    return edit_page(request, form, title=_("Edit %s") % name, back=back, back_label=name)


@transaction.atomic
def _kept(form, *, by):
    person = Person.objects.select_for_update().get(pk=form.instance.pk)
    change(person, by=by, **form.merged(person))
    return not form.conflicts


def _elsewhere(request, pk):
    """Where somebody went who was merged into another; else 404."""
    merged = get_object_or_404(Person.objects.exclude(merged_into=None), pk=pk)
    kept = _person(request, merged.standing.pk)
    messages.info(request, _("%s was merged into this record.") % merged)
    return redirect(kept)


def _person(request, pk):
    return get_object_or_404(_seen(request), pk=pk)


def _seen(request):
    people = Person.objects.visible_to(request.user).standing()
    return people.select_related("company").prefetch_related("keys")
