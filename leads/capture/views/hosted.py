from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from funnel.middleware import timeless
from funnel.plain import storable
from leads.capture import ticket
from leads.capture.actions.deciding import fault
from leads.capture.actions.keeping import keep_sent
from leads.capture.limits import pressure
from leads.capture.models import Submission
from leads.capture.reading import too_large
from leads.capture.suspicion import Suspicion
from leads.capture.tasks import decide_soon
from leads.capture.visitor import note_visit
from leads.forms.hosted_form import Check, HostedForm
from leads.forms.models import Form
from leads.forms.page import afterwards, hosted_page, open_to_frames, place_of
from leads.forms.phrases import phrases
from leads.forms.queries import content_of, language_of, spoken
from leads.forms.sent import Sent
from leads.links.arrivals import LANDING, arrival_of, host_of
from leads.touches.visitor import address_of, neighbourhood, visitor_key


@timeless
@login_not_required
@csrf_exempt  # it acts for nobody, so there is nobody to be tricked; and it needs no cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, token):
    """The page of a capture form, and what a stranger sends from it."""
    if request.method == "POST":
        return _receive(request, token)
    form = get_object_or_404(Form, token=token)
    if not form.takes:
        return _closed(request, form)
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


def _receive(request, token):
    """Keep first, then decide. A machine is told the same as a person."""
    if too_large(request):
        return _unkept(request, token, "long", status=413)
    issued = ticket.read(request.POST.get("ticket", ""))
    number, content = _opened(request, token, issued.version)
    crowd = pressure(token, neighbourhood(address_of(request)))
    if crowd == "hard" or content is None:
        return _unkept(request, token, "crowd", status=429, typed=request.POST.dict())
    sent = Sent(content, request.POST)
    kept = _kept(request, token, sent, issued, number, crowd)
    if kept is None:
        raise Http404
    if kept.number is None:
        return _closed(request, kept.form)
    with translation.override(content.language):
        if not Check(content, request.POST, confirms=kept.form.confirms).is_valid():
            return _to_mend(request, kept, content)
    decide_soon()
    return HttpResponseRedirect(place_of(request, kept.form, content))


def _kept(request, token, sent, issued, number, crowd):
    noticed = [Suspicion.TRAP] * sent.trapped + [issued.suspicion]
    noticed += [Suspicion.CROWD] * bool(crowd)
    return keep_sent(
        token,
        submission_id=issued.submission_id,
        payload=sent.payload,
        version=number,
        language=sent.content.language,
        seconds_on_page=issued.seconds,
        visitor=visitor_key(request),
        arrival=issued.arrival,
        suspicion=" ".join(filter(None, noticed)),
    )


def _to_mend(request, kept, content):
    typed = HostedForm(content, request.POST, confirms=kept.form.confirms)
    problems = "; ".join(str(e) for each in typed.errors.values() for e in each)
    fault(Submission(pk=kept.number), problems[:300])
    return hosted_page(request, kept.form, typed, status=422)


def _opened(request, token, version):
    """(number, Content) of the version that their page was opened with, else of the latest; no
    Content where nothing was ever published. The form is looked up only where they name none."""
    if content := spoken(request, token, version):
        return version, content
    form = get_object_or_404(Form, token=token)
    return form.published, spoken(request, token, form.published)


def _arrival(request):
    """What the address said. In a page of somebody else's, what that page passes on of its own."""
    arrival = arrival_of(request)
    if "framed" not in request.GET:
        return arrival
    page, before = request.GET.get("page", ""), request.GET.get("from", "")
    landing = page[:LANDING] if page.startswith(("https://", "http://")) else ""
    return replace(arrival, landing=storable(landing), referrer=host_of(before))


def _content(request, form):
    """Of the latest version, in their language."""
    number, content = content_of(form)
    content.speak(language_of(request, content.languages))
    return number, content


def _unkept(request, token, problem, *, status, typed=None):
    """The form once more, or that it is closed; nothing is kept of what came."""
    form = get_object_or_404(Form, token=token)
    if not form.takes:
        return _closed(request, form)
    _number, content = _content(request, form)
    again = HostedForm(content, confirms=form.confirms, initial=typed)
    response = hosted_page(request, form, again, problem=content.phrases[problem], status=status)
    if status == 429:
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
