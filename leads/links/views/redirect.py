"""The public door: a code leads to the one target that is stored under it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from funnel.crowd import taken
from funnel.middleware import timeless
from leads.links import shelf
from leads.links.codes import can_be_one
from leads.links.hints import hint_of, keep
from leads.touches.visitor import address_of, neighbourhood

SOFT, HARD = 120, 600  # a minute from one network, all links together


@timeless
@login_not_required
@require_safe
def follow(request, code):
    """302 to the stored target; nothing of the request's own query goes along."""
    came = taken(f"link:{neighbourhood(address_of(request))}")
    if came > HARD:
        return _told(request, "crowd", 429, retry=60)
    try:
        entry = shelf.find(code.lower()) if can_be_one(code.lower()) else None
    except shelf.Away:
        return _told(request, "away", 503, retry=10)
    if entry is None:
        raise Http404
    hint = hint_of(request, entry, crowd=came > SOFT)
    keep(hint)
    return onward(entry, hint) if entry.is_live else _told(request, "paused", 410)


def onward(entry, hint):
    """The redirect itself; no browser, proxy or search engine keeps it."""
    answer = HttpResponseRedirect(entry.to(hint["id"]))
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _told(request, why, status, *, retry=None):
    context = {"why": why}
    if why != "paused":
        context["organisation"] = ""  # a busy database is not asked for it
    answer = render(request, "leads/link_public.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    if retry:
        answer["Retry-After"] = str(retry)
    return answer
