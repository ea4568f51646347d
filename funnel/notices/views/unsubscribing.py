from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from funnel.notices.actions import stop_mail
from funnel.notices.events import label_of
from funnel.notices.unsubscribing import subscription


@login_not_required
@csrf_exempt  # a mail program sends it (RFC 8058); the address itself is what allows it
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, token):
    """What will stop, and the button that stops it; looking at it stops nothing."""
    mails = subscription(token)
    if mails is None:
        raise Http404
    context = {"mails": mails, "label": label_of(mails.event)}
    if request.method == "POST":
        context["stopped"] = _stop(mails, everything="all" in request.POST)
    return render(request, "notices/unsubscribing.html", context)


def _stop(mails, *, everything):
    """What was stopped: "all", "digest" or "event"."""
    if everything:
        stop_mail(mails.user)
        return "all"
    stop_mail(mails.user, event=mails.event, digest=not mails.event)
    return "event" if mails.event else "digest"
