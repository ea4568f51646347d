from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, said, way_back
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.handoff import queries
from leads.handoff.actions import offer as make_offer
from leads.handoff.doors import seen_handoff
from leads.handoff.evidence import touches_before
from leads.handoff.passes import passes
from leads.lead.models import Lead
from leads.routing.actions import claim as take
from leads.routing.actions import offer_by_rules
from leads.routing.forms import RoutedOfferForm
from leads.routing.gaps import GapForm, open_to, products, write_down
from leads.routing.queries import route

PAGE = "leads/offer.html"
DIGITS = 10  # of a key that a page sends


@may(Can.OFFER_LEADS)
def offer(request, pk):
    lead = _lead(request, pk)
    if "complete" in request.POST:
        return _completed(request, lead)
    context = _context(request, lead, request.POST or None)
    back, not_to = context["back"], context["not_to"]
    form = RoutedOfferForm(request.POST or None, **_choices(lead, context))

    @transaction.atomic
    def act(values):
        tell_written(request, *write_down([context["gaps"]], request.user))
        how = {"by": request.user, "note": values["note"], "tier": values["tier"]}
        if form.leaves_it_to_the_rules:
            handoff = offer_by_rules(lead, not_to=not_to, **how)
        else:
            handoff = make_offer(lead, **how, **form.to)
        receiver = handoff.offered_to or _("the queue of %s") % handoff.team
        words = {"who": lead, "receiver": receiver}
        undo = reverse("leads:withdrawal", args=[handoff.pk])
        said(request, _("%(who)s is offered to %(receiver)s.") % words, undo=undo)
        return back

    return form_page(request, form, act, PAGE, **context)


@require_POST
@may(Can.ANSWER_OFFERS)
def claim(request, pk):
    handoff = seen_handoff(request, pk)
    take(handoff, by=request.user)
    messages.success(request, _("It is offered to you now. Its clocks go on."))
    return redirect("deals:inbox")


def _not_to(request):
    """The keys of colleagues whom the rules leave out: who had it before."""
    asked = request.POST if request.method == "POST" else request.GET
    return {int(key) for key in asked.getlist("not_to") if key.isdecimal() and len(key) < DIGITS}


def _completed(request, lead):
    """The same page with what was missing written down, and what was typed for the offer kept."""
    context, status = _context(request, lead, request.POST), 200
    typed = {name: request.POST.get(name) for name in ("receiver", "tier", "note")}
    if typed["tier"] == context["term"].tier:
        typed["tier"] = None  # what was found out may make it another
    try:
        tell_written(request, *write_down([context["gaps"]], request.user))
    except Refusal:
        status = 422
    else:
        lead = _lead(request, lead.pk)
        context = _context(request, lead, None)
    kept = {name: value for name, value in typed.items() if value}
    form = RoutedOfferForm(initial=kept, **_choices(lead, context))
    return render(request, PAGE, context | {"form": form}, status=status)


def tell_written(request, written, told):
    """Say what `write_down` did."""
    if written:
        words = ngettext("Written down.", "Written down of %d leads.", written)
        messages.success(request, words % written if written > 1 else words)
    for sentence in told:
        messages.warning(request, sentence)


def _lead(request, pk):
    related = ("person__company", "campaign", "channel", "product")
    return get_object_or_404(Lead.objects.visible_to(request.user).select_related(*related), pk=pk)


def _context(request, lead, typed):
    seen, agreement, term = queries.seen(lead)
    missing = queries.missing(lead, agreement)
    known = {"gaps": missing, "open": open_to(request.user), "products": products()}
    return {
        "title": _("Offer %s to sales") % lead,
        "lead": lead,
        "back": way_back(request, lead.get_absolute_url()),
        "not_to": sorted(_not_to(request)),
        "seen": seen,
        "agreement": agreement,
        "term": term,
        "before": passes(lead),
        "touches": touches_before({lead.pk: now()})[lead.pk],
        "missing": missing,
        "gaps": GapForm(typed, lead=lead, **known),
        "alone": request.user.has_perm(Can.ANSWER_OFFERS),
    }


def _choices(lead, context):
    terms = {"term": context["term"], "terms": context["agreement"].tiers}
    return {"decision": route(lead, not_to=context["not_to"]), **terms}
