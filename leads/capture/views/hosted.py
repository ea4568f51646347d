from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from leads.capture import ticket
from leads.capture.actions.deciding import fault
from leads.capture.actions.keeping import keep
from leads.capture.forms.hosted import HostedForm
from leads.capture.limits import pressure
from leads.capture.models import Form
from leads.capture.suspicion import Suspicion
from leads.capture.tasks import decide_soon
from leads.capture.visitor import note_visit
from leads.links.arrivals import arrival_of
from leads.touches.visitor import address_of, neighbourhood, visitor_key

LARGEST = 64 * 1024  # bytes of what a stranger may send


@login_not_required
@csrf_exempt  # it acts for nobody, so there is nobody to be tricked; and it needs no cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, token):
    """The page of a capture form, and what a stranger sends from it."""
    form = get_object_or_404(Form.objects.select_related("campaign__channel"), token=token)
    if not form.open:
        return render(request, "leads/hosted_closed.html", {"form": form}, status=410)
    if request.method == "POST":
        return _receive(request, form)
    arrival = arrival_of(request)
    note_visit(form, request, arrival)
    return _page(request, form, HostedForm(form, initial={"ticket": ticket.issue(arrival)}))


@login_not_required
@never_cache
@require_safe
def thanks(request, token):
    form = get_object_or_404(Form, token=token)
    return render(request, "leads/hosted_thanks.html", {"form": form})


def _receive(request, form):
    """Keep first, then decide. A machine is told the same as a person."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        problem = _("That is more text than we can take. Shorten it, please.")
        return _page(request, form, HostedForm(form), problem=problem, status=413)
    crowd = pressure(form, neighbourhood(address_of(request)))
    typed = HostedForm(form, request.POST)
    if crowd == "hard":
        return _later(request, form)
    submission = _kept(request, form, typed, crowd)
    if not typed.is_valid():
        fault(submission, "; ".join(str(e) for each in typed.errors.values() for e in each)[:300])
        return _page(request, form, typed, status=422)
    decide_soon()
    return redirect("leads:thanks", form.token)


def _kept(request, form, typed, crowd):
    issued = ticket.read(request.POST.get("ticket", ""))
    noticed = [Suspicion.TRAP] * typed.trapped + [issued.suspicion]
    noticed += [Suspicion.CROWD] * bool(crowd)
    submission, _new = keep(
        form,
        submission_id=issued.submission_id,
        payload=typed.sent,
        seconds_on_page=issued.seconds,
        visitor=visitor_key(request),
        arrival=issued.arrival,
        suspicion=" ".join(filter(None, noticed)),
    )
    return submission


def _later(request, form):
    problem = _("Very many people are writing to us. Wait a minute, then send it again.")
    again = HostedForm(form, initial=request.POST.dict())
    response = _page(request, form, again, problem=problem, status=429)
    response["Retry-After"] = "60"
    return response


def _page(request, form, typed, *, problem="", status=200):
    context = {"form": form, "typed": typed, "problem": problem}
    return render(request, "leads/hosted.html", context, status=status)
