"""One deal: its page, its birth, its edits, its moves."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deals.doors import seen_deal, worked_deal, worked_lead
from deals.pipeline.actions import advance, expect, hand_over, open_deal, value
from deals.pipeline.forms import WHO, DealEditForm, DealForm
from deals.pipeline.models import Deal
from deals.pipeline.story import whole_story
from deals.stages import DealStage
from funnel.editing import edit_page
from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from leads.people.actions import find_or_add

CLOSING = {DealStage.WON: "deals:win", DealStage.LOST: "deals:loss"}
WORTH = ("amount", "currency", "rate")


@may(Can.SEE_DEALS)
def show(request, pk):
    deal = seen_deal(request, pk)
    return render(request, "deals/deal_detail.html", whole_story(deal, request.user))


@may(Can.WORK_DEALS)
def create(request):
    asked = request.GET.get("lead", "")
    lead = worked_lead(request, int(asked)) if asked.isdecimal() else None

    def act(values):
        who = {name: values.pop(name) for name in WHO if name in values}
        person = None if lead else _person(who)
        deal = open_deal(by=request.user, lead=lead, person=person, **values)
        messages.success(request, _("%s is open.") % deal)
        return deal

    form = DealForm(request.POST or None, lead=lead)
    context = {"title": _("New deal"), "verb": _("Open the deal"), "back": reverse("deals:deals")}
    if lead:
        context["title"] = _("New deal with %s") % lead.person
    else:
        context["sentence"] = _("Without a lead it is counted as found by sales.")
    return form_page(request, form, act, back_label=_("Deals"), **context)


@may(Can.WORK_DEALS)
def edit(request, pk):
    deal = worked_deal(request, pk)
    name = deal.name
    form = DealEditForm(request.POST or None, instance=deal, user=request.user)
    context = {"title": _("Edit %s") % name, "back": deal.get_absolute_url(), "back_label": name}
    return edit_page(request, form, keep=_keep, **context)


@require_POST
@may(Can.WORK_DEALS)
def stage(request, pk):
    deal, to = worked_deal(request, pk), request.POST.get("to", "")
    if to in CLOSING:
        return redirect(CLOSING[to], deal.pk)
    if advance(deal, to, by=request.user):
        messages.success(
            request,
            _("%(deal)s is in %(stage)s.") % {"deal": deal, "stage": deal.get_stage_display()},
        )
    return redirect(way_back(request, deal))


@transaction.atomic
def _keep(form):
    """Merge the edit into the deal as it is now; what has a verb of its own changes by it."""
    deal = Deal.objects.select_for_update(of=("self",)).get(pk=form.instance.pk)
    values = form.merged(deal)
    worth = {field: values.pop(field) for field in WORTH}
    owner = values.pop("owner", deal.owner)
    expect(deal, values.pop("expected_on"))
    if any(worth[field] != form.value_of(deal, field) for field in WORTH):
        value(deal, **worth)
    if owner != deal.owner:
        hand_over(deal, to=owner)
    for field, kept in values.items():
        setattr(deal, field, kept)
    deal.save(update_fields=list(values))
    return not form.conflicts


def _person(who):
    return find_or_add(
        name=who["person_name"], email=who["email"], phone=who["phone"], company=who["company"]
    )[0]
