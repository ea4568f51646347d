"""The public door: a code leads to the one target that is stored under it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from funnel.middleware import timeless
from funnel.valkey import AWAY
from leads.links import door
from leads.links.codes import can_be_one
from leads.links.hints import hint_of, keep
from leads.links.shelf import Away, asked
from leads.touches.visitor import address_of, neighbourhood

KEPT_BY_NOBODY = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


@timeless
@login_not_required
@require_safe
def follow(request, code):
    """302 to the stored target; nothing of the request's own query goes along."""
    code = code.lower()
    if not can_be_one(code):
        raise Http404
    hint = hint_of(request)
    came, entry = _knock(code, hint, request)
    if came > door.HARD:
        return _told(request, "crowd", 429, retry=60)
    if entry is None:
        try:
            entry = asked(code)
        except Away:
            return _told(request, "away", 503, retry=10)
        if entry:
            keep(hint, entry, came)
    if not entry:
        raise Http404
    return onward(entry, hint) if entry.is_live else _told(request, "paused", 410)


class Onward(HttpResponse):
    """The redirect itself, which no browser, proxy or search engine keeps. Its address was checked
    when the link was written; Django's own redirect would read it again each time."""

    status_code = 302

    def __init__(self, address):
        super().__init__(headers={"Location": address} | KEPT_BY_NOBODY)
        self.url = address


def onward(entry, hint):
    return Onward(entry.to(hint["id"]))


def _knock(code, hint, request):
    try:
        return door.knock(code, hint, neighbourhood(address_of(request)))
    except AWAY:
        return 0, None  # nobody is counted; the database is asked


def _told(request, why, status, *, retry=None):
    context = {"why": why}
    if why != "paused":
        context["organisation"] = ""  # a busy database is not asked for it
    answer = render(request, "leads/link_public.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    if retry:
        answer["Retry-After"] = str(retry)
    return answer
