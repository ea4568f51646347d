from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may
from funnel.models import ReasonKind, Side
from funnel.permissions import Can
from leads.agreement import actions
from leads.agreement.forms import DraftForm, StartForm
from leads.agreement.models import Agreement
from leads.agreement.queries import open_draft
from leads.agreement.text import text, typed

RETURN = ReasonKind.RETURN
SIGNING = {Side.MARKETING: Can.SIGN_FOR_MARKETING, Side.SALES: Can.SIGN_FOR_SALES}
DIGITS = 10  # of a number that a page sends
DRAFTING = (Can.RUN_THE_LINE, *SIGNING.values())


def may_draft(user):
    """Whoever leads the line or signs for a side."""
    return any(user.has_perm(can) for can in DRAFTING)


@require_POST
@may(Can.SEE_HANDOFFS)
def drafting(request):
    """Begin the next version."""
    _check_may_draft(request.user)
    actions.draft(by=request.user)
    return redirect("leads:agreement_draft")


@may(Can.SEE_HANDOFFS)
def edit(request):
    """The whole text of the draft."""
    draft = _draft(request)

    def act(values):
        said = {"by": request.user, "seen": _edition(request), **text(form)}
        if values["new_reason"]:
            more = values["new_kind"] or RETURN, values["new_reason"], values["new_side"]
            _say_saved(request, actions.change_with_reason(draft, *more, **said))
        else:
            _say_saved(request, actions.change(draft, **said))
        return "reports:agreement"

    form = DraftForm(request.POST or None, draft=draft, initial=typed(draft))
    context = {
        "title": _("Version %d, a draft") % draft.number,
        "draft": draft,
        "signatures": draft.signatures.select_related("by"),
    }
    return form_page(request, form, act, "leads/agreement_draft.html", **context)


@require_POST
@may(Can.SEE_HANDOFFS)
def start(request):
    """The day on which the draft shall begin to hold."""
    draft, form = _draft(request), StartForm(request.POST)

    def act(values):
        _say_saved(request, actions.change(draft, by=request.user, **values))
        return "reports:agreement"

    context = {"title": _("Comes into force"), "back": reverse("reports:agreement")}
    return form_page(request, form, act, "components/_form_page.html", **context)


@may(Can.SEE_HANDOFFS)
def removal(request):
    draft = _draft(request)
    if request.method == "POST":
        actions.discard(draft, by=request.user)
        messages.success(request, _("Thrown away. What was agreed before goes on."))
        return redirect("reports:agreement")
    context = {
        "question": _("Throw version %d away?") % draft.number,
        "effect": _("The draft goes, with the signatures it has. What was agreed before goes on."),
        "verb": _("Throw it away"),
        "kind": "danger",
        "back": reverse("reports:agreement"),
    }
    return render(request, "components/_confirm_page.html", context)


@require_POST
@may(Can.SEE_HANDOFFS)
def signature(request, number, side):
    agreement = _signable(request, number, side)
    actions.sign(agreement, side, by=request.user, seen=_edition(request))
    if agreement.holds_from:
        messages.success(request, _("Signed by both. It never changes again."))
    else:
        messages.success(request, _("Signed. It waits for the other side."))
    return redirect("reports:agreement")


@require_POST
@may(Can.SEE_HANDOFFS)
def signature_removal(request, number, side):
    actions.withdraw_signature(_signable(request, number, side), side, by=request.user)
    messages.success(request, _("The signature is withdrawn."))
    return redirect("reports:agreement")


def _check_may_draft(user):
    if not may_draft(user):
        raise PermissionDenied


def _draft(request):
    _check_may_draft(request.user)
    draft = open_draft()
    if draft is None:
        raise Http404
    return draft


def _signable(request, number, side):
    if side not in SIGNING:
        raise Http404
    if not request.user.has_perm(SIGNING[side]):
        raise PermissionDenied
    return get_object_or_404(Agreement, number=number)


def _edition(request):
    """Which edition of the text the reader had before them, if the page said so."""
    seen = request.POST.get("edition", "")
    return int(seen) if seen.isdecimal() and len(seen) < DIGITS else None


def _say_saved(request, taken):
    withdrawn = _("The signature of %s is withdrawn: the text is another now.")
    messages.success(request, " ".join([_("Saved."), *(withdrawn % each.by for each in taken)]))
