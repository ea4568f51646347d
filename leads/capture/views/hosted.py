from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from funnel.middleware import timeless
from funnel.plain import storable
from leads.capture import ticket
from leads.capture.actions.deciding import fault
from leads.capture.actions.keeping import keep
from leads.capture.limits import pressure
from leads.capture.reading import too_large
from leads.capture.suspicion import Suspicion
from leads.capture.tasks import decide_soon
from leads.capture.visitor import note_visit
from leads.forms.hosted_form import HostedForm
from leads.forms.models import Form
from leads.forms.page import afterwards, hosted_page, open_to_frames, place_of
from leads.forms.phrases import phrases
from leads.forms.queries import content_of, language_of
from leads.links.arrivals import LANDING, arrival_of, host_of
from leads.touches.visitor import address_of, neighbourhood, visitor_key


@timeless
@login_not_required
@csrf_exempt  # it acts for nobody, so there is nobody to be tricked; and it needs no cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, token):
    """The page of a capture form, and what a stranger sends from it."""
    form = get_object_or_404(Form, token=token)
    if not form.takes:
        return _closed(request, form)
    if request.method == "POST":
        return _receive(request, form)
    number, content = _content(request, form)
    arrival = _arrival(request)
    note_visit(form, request, arrival)
    issued = {"ticket": ticket.issue(arrival, number)}
    return hosted_page(request, form, HostedForm(content, confirms=form.confirms, initial=issued))


@login_not_required
@never_cache
@require_safe
def thanks(request, token):
    """What they read afterwards; of the version that is published now."""
    form = get_object_or_404(Form.objects.exclude(published=0), token=token)
    _number, content = _content(request, form)
    return afterwards(request, form, content)


def _receive(request, form):
    """Keep first, then decide. A machine is told the same as a person."""
    if too_large(request):
        _number, content = _content(request, form)
        typed = HostedForm(content, confirms=form.confirms)
        return hosted_page(request, form, typed, problem=content.phrases["long"], status=413)
    issued = ticket.read(request.POST.get("ticket", ""))
    number, content = _content(request, form, issued.version)
    crowd = pressure(form, neighbourhood(address_of(request)))
    typed = HostedForm(content, request.POST, confirms=form.confirms)
    if crowd == "hard":
        return _later(request, form, content)
    submission = _kept(request, form, typed, issued, number, crowd)
    with translation.override(content.language):
        if not typed.is_valid():
            problems = "; ".join(str(e) for each in typed.errors.values() for e in each)
            fault(submission, problems[:300])
            return hosted_page(request, form, typed, status=422)
    decide_soon()
    return redirect(place_of(request, form, content))


def _kept(request, form, typed, issued, number, crowd):
    noticed = [Suspicion.TRAP] * typed.trapped + [issued.suspicion]
    noticed += [Suspicion.CROWD] * bool(crowd)
    submission, _new = keep(
        form,
        submission_id=issued.submission_id,
        payload=typed.sent,
        version=number,
        language=typed.content.language,
        seconds_on_page=issued.seconds,
        visitor=visitor_key(request),
        arrival=issued.arrival,
        suspicion=" ".join(filter(None, noticed)),
    )
    return submission


def _content(request, form, number=None):
    """The version that their page was opened with, in their language."""
    number, content = content_of(form, number)
    content.speak(language_of(request, content.languages))
    return number, content


def _arrival(request):
    """What the address said. In a page of somebody else's, what that page passes on of its own."""
    arrival = arrival_of(request)
    if "framed" not in request.GET:
        return arrival
    page, before = request.GET.get("page", ""), request.GET.get("from", "")
    landing = page[:LANDING] if page.startswith(("https://", "http://")) else ""
    return replace(arrival, landing=storable(landing), referrer=host_of(before))


def _later(request, form, content):
    again = HostedForm(content, confirms=form.confirms, initial=request.POST.dict())
    problem = content.phrases["crowd"]
    response = hosted_page(request, form, again, problem=problem, status=429)
    response["Retry-After"] = "60"
    return response


def _closed(request, form):
    words = phrases(language_of(request, ["en", "de", "fr", "es"]))
    if form.published:
        words = _content(request, form)[1].phrases
    context = {"form": form, "phrases": words}
    return open_to_frames(
        render(request, "leads/hosted_closed.html", context, status=410), form, request
    )
