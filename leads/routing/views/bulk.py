from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import back_with, form_page, may
from funnel.listing import paged
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.handoff.actions import withdraw_many
from leads.routing import tally
from leads.routing.actions import offer_many_by_rules, offer_many_to
from leads.routing.bulk import LACKS, MEETS, chosen, made_at, shown
from leads.routing.bulk_form import BulkForm
from leads.routing.bulk_page import context_of
from leads.routing.gaps import write_down
from leads.routing.views.offering import tell_written
from leads.stages import HandoffStage

PAGE = "leads/offer_many.html"
OUTCOME = "offered_at_once"  # in the session: what the last set came to


@may(Can.OFFER_LEADS)
def offer_many(request):
    bulk = chosen(request)
    if not bulk.rows and not bulk.stuck:
        return back_with(request, _("Choose the leads first."), _list(request))
    context = context_of(request, bulk)
    if "complete" in request.POST or any(gaps.has_changed() for gaps in context["gaps"]):
        return _completed(request, context)
    form = _form(context, request.POST or None)

    def act(values):
        at = now()
        leads, refused = _going(bulk, shown(values["shown"]), request.POST.get("which"))
        how = {"by": request.user, "note": values["note"], "tier": values["tier"], "at": at}
        if form.leaves_it_to_the_rules:
            made, not_made = offer_many_by_rules(leads, **how)
        else:
            made, not_made = offer_many_to(leads, **how, **form.to)
        _remember(request, at, refused | not_made)
        _tell(request, bulk, len(made), refused | not_made)
        return f"{reverse('leads:offers_made')}?{urlencode({'at': at.isoformat()})}"

    return form_page(request, form, act, PAGE, **context)


@may(Can.OFFER_LEADS)
def made(request):
    """What a set came to: whom each lead was offered to, and which were not, and why."""
    at = parse_datetime(request.GET.get("at", ""))
    kept = request.session.get(OUTCOME, {})
    kept = kept if at and kept.get("at") == at.isoformat() else {}
    handoffs, refused = made_at(request.user, at, kept.get("why", {}))
    if not handoffs and not refused:
        return redirect("leads:leads")
    context = {
        "page": paged(request, handoffs),
        "at": at,
        "waiting": sum(each.stage == HandoffStage.OFFERED for each in handoffs),
        "refused": refused,
        "title": tally.title(len(handoffs), len(refused)),
        "back": reverse("leads:leads") + kept.get("list", ""),
    }
    return render(request, "leads/offers_made.html", context)


@require_POST
@may(Can.OFFER_LEADS)
def take_back(request):
    """A set that was offered comes back: whatever of it still waits."""
    at = parse_datetime(request.POST.get("at", ""))
    handoffs, _refused = made_at(request.user, at, {})
    taken, kept = withdraw_many(handoffs, by=request.user)
    if taken or kept:
        say = messages.warning if kept else messages.success
        say(request, tally.taken_back(len(taken), len(kept)))
    return redirect(reverse("leads:leads") + request.session.get(OUTCOME, {}).get("list", ""))


def _completed(request, context):
    """The same page with what was missing written down; nothing is offered yet."""
    status = 200
    typed = {name: request.POST.get(name) for name in ("receiver", "tier", "note")}
    try:
        written, told = write_down(context["gaps"], request.user)
    except Refusal:
        status = 422
    else:
        tell_written(request, written, told)
        if "complete" not in request.POST:
            messages.warning(request, _("Nothing is offered yet: look at the counts once more."))
        context = context_of(request, chosen(request), fresh=True)
    form = _form(context, initial={name: value for name, value in typed.items() if value})
    return render(request, PAGE, context | {"form": form}, status=status)


def _form(context, typed=None, initial=None):
    bulk = context["bulk"]
    initial = {"shown": bulk.shown} | (initial or {})
    by_rules = any(share.receiver for share in context["shares"])
    return BulkForm(typed, initial=initial, by_rules=by_rules, terms=bulk.agreement.tiers)


def _going(bulk, signs, which):
    """(the leads to offer, {lead's key: why} of those that were shown to meet it and do not now)"""
    wanted = (MEETS,) if which == "meeting" else (MEETS, LACKS)
    asked = [lead for lead in bulk.leads if signs.get(lead.pk) in wanted]
    lacking = {row.lead.pk for row in bulk.rows if not row.meets} if wanted == (MEETS,) else set()
    words = _("It does not meet the agreement any more.")
    refused = {lead.pk: words for lead in asked if lead.pk in lacking}
    return [lead for lead in asked if lead.pk not in lacking], refused


def _remember(request, at, refused):
    why = {str(pk): words for pk, words in refused.items()}
    query = _query(request)
    request.session[OUTCOME] = {"at": at.isoformat(), "why": why, "list": query}


def _tell(request, bulk, made, refused):
    named = [(lead, refused[lead.pk]) for lead in bulk.leads if lead.pk in refused]
    say = messages.warning if refused else messages.success
    say(request, tally.outcome(made, named))


def _list(request):
    return reverse("leads:leads") + _query(request)


def _query(request):
    """What the list that the leads were chosen from was asked for."""
    query = request.GET.copy()
    for name in ("lead", "all", "show", "page"):
        query.pop(name, None)
    return f"?{query.urlencode()}" if query else ""
