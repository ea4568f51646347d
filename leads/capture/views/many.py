from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from funnel.http import may, way_back
from funnel.permissions import Can
from funnel.refusal import Refusal
from leads.capture.actions.deciding import call_spam, decide, set_aside
from leads.capture.models import OPEN_OUTCOMES, Outcome, Submission

MOST = 200


def _admit(row, by):
    decided = decide(row, by=by, admit=True)
    if decided.outcome == Outcome.ERROR:
        raise Refusal(decided.why)


VERBS = {"admit": _admit, "spam": call_spam, "aside": set_aside}


@require_POST
@may(Can.SEE_CAMPAIGNS, Can.CAPTURE_LEADS)
def deciding(request):
    """The same verb on each chosen submission; one that cannot be done does not stop the rest."""
    verb, keys = VERBS.get(request.POST.get("verb")), request.POST.getlist("submission")[:MOST]
    back = way_back(request, reverse("leads:submissions"))
    rows = Submission.objects.visible_to(request.user).filter(outcome__in=OPEN_OUTCOMES)
    rows = list(rows.filter(pk__in=[key for key in keys if key.isdecimal() and len(key) < 19]))
    if verb is None or not rows:
        messages.warning(request, _("Choose some that are not decided yet."))
        return redirect(back)
    refused = [why for row in rows if (why := _refusal(verb, row, request.user))]
    _tell(request, len(rows) - len(refused), refused)
    return redirect(back)


def _refusal(verb, row, by):
    try:
        verb(row, by=by)
    except Refusal as refusal:
        return f"{row}: {refusal.message}"
    return ""


def _tell(request, done, refused):
    if done:
        messages.success(request, ngettext("%d is decided.", "%d are decided.", done) % done)
    if refused:
        words = ngettext("%d could not be:", "%d could not be:", len(refused)) % len(refused)
        messages.warning(request, f"{words} {'; '.join(refused[:3])}")
