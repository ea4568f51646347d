from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leads.capture.confirming import confirm, found
from leads.forms.phrases import LANGUAGES, phrases
from leads.forms.queries import language_of


@login_not_required
@csrf_exempt  # the ticket in its address is what allows it
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, ticket):
    """The page of the link in a mail. Whatever reads mails and follows their links confirms
    nothing: that takes the button."""
    submission = found(ticket)
    language = submission.language if submission else language_of(request, list(LANGUAGES))
    context = {"phrases": phrases(language), "language": language, "submission": submission}
    if submission is None:
        return _page(request, context, "late")
    if request.method == "POST":
        return _page(request, context, "confirmed" if confirm(submission) else "late")
    if submission.confirmed_at:
        return _page(request, context, "confirmed")
    return _page(request, context, "asked" if submission.is_open else "late")


def _page(request, context, state):
    context |= {"state": state}
    if context["submission"]:
        context["words"] = context["phrases"]["confirm_words"] % {
            "title": context["submission"].form.title
        }
    status = 410 if state == "late" else 200
    return render(request, "leads/confirmation.html", context, status=status)
