"""The door for programs: a key, fields, and an answer once the fields are kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from funnel.refusal import Refusal
from leads.capture.actions.deciding import fault
from leads.capture.actions.keeping import keep_capture
from leads.capture.limits import too_many
from leads.capture.reading import FORM, JSON, LARGEST, read
from leads.capture.tasks import decide_soon
from leads.sources.queries import source_with

LONGEST_KEY = 255
BEARER = "Bearer "


@login_not_required
@csrf_exempt  # a key opens it, no cookie
@never_cache
@require_POST
def receive(request):
    """Keep first, answer 202, decide afterwards."""
    source = _shown(request)
    if source is None:
        return _unknown()
    idempotency_key = request.headers.get("Idempotency-Key", "")
    if problem := _problem(request, idempotency_key):
        return problem
    if too_many(f"source:{source.pk}", source.per_minute):
        return _no("Too many a minute. Wait, then send it again.", 429, **{"Retry-After": "60"})
    got = read(request.body, request.content_type)
    try:
        kept, new = keep_capture(source, payload=got.payload, key=idempotency_key, unread=got.text)
    except Refusal as refusal:
        return _no(str(refusal), 422)
    if got.problem:
        fault(kept, got.problem)
        return _no(got.problem, 400, id=str(kept.submission_id))
    if new:
        decide_soon()
    return JsonResponse(_told(kept), status=202)


@login_not_required
@never_cache
@require_safe
def show(request, submission_id):
    """What became of one capture, for the program that sent it."""
    source = _shown(request)
    if source is None:
        return _unknown()
    kept = source.submissions.filter(submission_id=submission_id).first()
    return JsonResponse(_told(kept)) if kept else _no("There is none of that id.", 404)


def _shown(request):
    """The open Source whose key is shown, or None."""
    said = request.headers.get("Authorization", "")
    return source_with(said[len(BEARER) :].strip()) if said.startswith(BEARER) else None


def _problem(request, idempotency_key):
    if len(idempotency_key) > LONGEST_KEY:
        return _no(f"An Idempotency-Key has at most {LONGEST_KEY} characters.", 400)
    if request.content_type not in (JSON, FORM):
        return _no(f"Send {JSON} or {FORM}.", 415)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _no(f"The body has more than {LARGEST:,} bytes.", 413)
    return None


def _told(kept):
    return {"id": str(kept.submission_id), "outcome": kept.outcome, "detail": kept.why}


def _unknown():
    return _no("This key opens nothing.", 401, **{"WWW-Authenticate": "Bearer"})


def _no(words, status, **headers):
    told = {"error": words} | {name: headers.pop(name) for name in ("id",) if name in headers}
    return JsonResponse(told, status=status, headers=headers)
