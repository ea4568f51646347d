from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import may, refusals_on
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.capture import queries
from leads.capture.actions.deciding import call_spam, decide, mend, set_aside
from leads.capture.forms.inbox import InboxForm, MendingForm
from leads.capture.models import Outcome, Submission
from leads.capture.spam import HELD_AT, SPAM_AT, Sign
from leads.forms.phrases import en as phrases_of
from leads.forms.queries import labels_of


@may(Can.SEE_CAMPAIGNS)
def index(request):
    view = chosen(request, queries.VIEWS, "waiting")
    filters = InboxForm(request.GET)
    words = filters.cleaned_data["q"] if filters.is_valid() else ""
    counts = queries.counts(request.user)
    context = {
        "page": paged(request, queries.submissions(request.user, view, words=words)),
        "view": view,
        "filters": filters,
        "filtered": bool(words),
        "pills": pills(request, queries.VIEWS, view, counts),
        "waiting": counts["waiting"],
    }
    return render(request, "leads/submission_list.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    return _page(request, _found(request, pk))


@may(Can.SEE_CAMPAIGNS, Can.CAPTURE_LEADS)
def mending(request, pk):
    """Correct what was sent and make its lead."""
    submission = _found(request, pk)
    typed = MendingForm(request.POST or None)
    if typed.is_valid():
        with refusals_on(typed):
            return _decided(request, mend(submission, by=request.user, **typed.cleaned_data))
    return _page(request, submission, typed if typed.is_bound else None)


@require_POST
@may(Can.SEE_CAMPAIGNS, Can.CAPTURE_LEADS)
def admission(request, pk):
    """Let a held one through."""
    return _decided(request, decide(_found(request, pk), by=request.user, admit=True))


@require_POST
@may(Can.SEE_CAMPAIGNS, Can.CAPTURE_LEADS)
def spam(request, pk):
    call_spam(_found(request, pk), by=request.user)
    messages.success(request, _("It is spam. It stays here and can still be admitted."))
    return redirect("leads:submissions")


@require_POST
@may(Can.SEE_CAMPAIGNS, Can.CAPTURE_LEADS)
def aside(request, pk):
    set_aside(_found(request, pk), by=request.user)
    messages.success(request, _("Set aside. It can still be admitted."))
    return redirect("leads:submissions")


def _decided(request, submission):
    told = {
        Outcome.CREATED: _("A new lead."),
        Outcome.MATCHED: _("A known person: it is on their lead."),
        Outcome.UNCONFIRMED: _("A mail asks them to confirm it; then it is a lead."),
        Outcome.ERROR: _("It cannot be a lead yet: %s") % submission.detail,
    }
    level = messages.ERROR if submission.outcome == Outcome.ERROR else messages.SUCCESS
    messages.add_message(request, level, told.get(submission.outcome, _("Already decided.")))
    return redirect(submission)


def _found(request, pk):
    rows = Submission.objects.visible_to(request.user)
    return get_object_or_404(
        rows.select_related("form__campaign", "source__campaign", "lead", "decided_by"), pk=pk
    )


def _page(request, submission, typed=None):
    labels = _labels(submission)
    context = {
        "submission": submission,
        "sent": [(labels.get(name) or name, value) for name, value in submission.payload.items()],
        "consents": submission.consents.all(),
        "signs": (signs := [Sign(*each) for each in submission.signs]),
        "sum": sum(sign.points for sign in signs),
        "limits": (HELD_AT, SPAM_AT),
        "typed": typed or MendingForm(initial=submission.said),
    }
    status = 422 if typed else 200
    return render(request, "leads/submission_detail.html", context, status=status)


def _labels(submission):
    """{name: what stood beside it}; a name that no form of ours has stays as it came."""
    usual = phrases_of.LABELS
    if submission.form is None:
        return usual
    return usual | labels_of(submission.form, submission.version)
