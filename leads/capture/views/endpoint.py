"""The door for programs: a key, fields, and an answer once the fields are kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from funnel.middleware import timeless
from funnel.refusal import Refusal
from leads.capture.actions.deciding import fault
from leads.capture.actions.receiving import Kept, TooMany, Unknown, keep_capture
from leads.capture.limits import taken
from leads.capture.models import Submission
from leads.capture.reading import FORM, JSON, LARGEST, read, too_large
from leads.capture.tasks import decide_soon
from leads.sources.keys import digest_of
from leads.sources.queries import source_with

LONGEST_KEY = 255
BEARER = "Bearer "
LATER = {"Retry-After": "60"}


@timeless
@login_not_required
@csrf_exempt  # a key opens it, no cookie
@never_cache
@require_POST
def receive(request):
    """Keep first, answer 202, decide afterwards."""
    digest, key = _digest(request), request.headers.get("Idempotency-Key", "")
    if problem := _problem(request, key):
        return problem if source_with(digest) else _unknown()
    got = read(request.body, request.content_type)
    sent = {"payload": got.payload, "unread": got.text, "key": key}
    try:
        kept = keep_capture(digest, came=taken(f"source:{digest}")[0], **sent)
    except Unknown:
        return _unknown()
    except TooMany:
        return _no("Too many a minute. Wait, then send it again.", 429, LATER)
    except Refusal as refusal:
        return _no(str(refusal), 422)
    return _unread(kept, got.problem) if got.problem else _kept(kept)


@timeless
@login_not_required
@never_cache
@require_safe
def show(request, submission_id):
    """What became of one capture, for the program that sent it."""
    source = source_with(_digest(request))
    if source is None:
        return _unknown()
    row = source.submissions.filter(submission_id=submission_id).first()
    if row is None:
        return _no("There is none of that id.", 404)
    return JsonResponse(_told(Kept(row.submission_id, False, row.outcome, str(row.why))))


def _digest(request):
    """Of the key that is shown; of no key where none is."""
    said = request.headers.get("Authorization", "")
    return digest_of(said[len(BEARER) :].strip() if said.startswith(BEARER) else "")


def _problem(request, key):
    if len(key) > LONGEST_KEY:
        return _no(f"An Idempotency-Key has at most {LONGEST_KEY} characters.", 400)
    if request.content_type not in (JSON, FORM):
        return _no(f"Send {JSON} or {FORM}.", 415)
    if too_large(request):
        return _no(f"The body has more than {LARGEST:,} bytes.", 413)
    return None


def _kept(kept):
    if kept.new:
        decide_soon()
    return JsonResponse(_told(kept), status=202)


def _unread(kept, problem):
    fault(Submission.objects.get(submission_id=kept.submission_id), problem)
    return JsonResponse({"error": problem, "id": str(kept.submission_id)}, status=400)


def _told(kept):
    return {"id": str(kept.submission_id), "outcome": kept.outcome, "detail": kept.why}


def _unknown():
    return _no("This key opens nothing.", 401, {"WWW-Authenticate": "Bearer"})


def _no(words, status, headers=None):
    return JsonResponse({"error": words}, status=status, headers=headers)
