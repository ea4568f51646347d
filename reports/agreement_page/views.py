from datetime import timedelta
from zoneinfo import ZoneInfo

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from deals.answers.queries import PARTS as RELATED
from funnel.http import may
from funnel.listing import chosen, paged
from funnel.models import Organisation
from funnel.period import Period
from funnel.permissions import Can
from leads.agreement.forms import StartForm
from leads.agreement.models import Agreement
from leads.agreement.queries import built_in, in_force, open_draft
from leads.agreement.views import DIGITS, may_draft
from leads.handoff.passes import with_answers
from reports.agreement_draft.answer import simulate
from reports.agreement_page.behind import PARTS, behind, why
from reports.agreement_page.reading import follows, history, signings, state, texts

MONTH = timedelta(days=30)


@may(Can.SEE_HANDOFFS)
def index(request):
    """The draft, marked where it differs from what holds; without a draft, what holds."""
    holding, draft = in_force(), open_draft()
    return _show(request, draft or holding, holding, draft)


@may(Can.SEE_HANDOFFS)
def version(request, number):
    return _show(request, get_object_or_404(Agreement, number=number), in_force(), open_draft())


@may(Can.SEE_HANDOFFS)
def offers(request):
    """The hand-offs of the last month behind one figure of what the draft would have changed."""
    draft = open_draft()
    if draft is None:
        raise Http404
    part, period = chosen(request, PARTS, "unmade", name="part"), _last_month()
    found = behind(part, draft, period)
    seen = found.visible_to(request.user).select_related(*RELATED).order_by("-offered_at", "-pk")
    page, number = paged(request, seen), found.count()
    rows, said = with_answers(page.object_list), why(part, page.object_list, draft, period)
    context = {
        "draft": draft,
        "page": page,
        "part": part,
        "label": PARTS[part],
        "rows": [(row, said[row.pk]) for row in rows],
        "all": number,
        "hidden": number - page.paginator.count,
    }
    return render(request, "reports/agreement_offers.html", context)


def _show(request, agreement, holding, draft):
    before = holding if agreement.is_draft else _numbered(agreement.number - 1)
    other = _compared(request, before if agreement.is_draft else None)
    context = {
        "agreement": agreement,
        "holding": holding,
        "draft": draft,
        "state": state(agreement, holding),
        "follows": follows(agreement) if agreement == holding else None,
        "before": before,
        "other": other,
        "signings": signings(agreement, request.user),
        "versions": history(holding),
        "may_draft": may_draft(request.user),
        "start": StartForm(initial={"comes_on": agreement.comes_on}),
    }
    if agreement.is_draft:
        context["simulated"] = simulate(agreement, holding, _last_month())
        context["currency"] = Organisation.current().currency
    return render(request, "reports/agreement.html", context | texts(agreement, other))


def _compared(request, usual):
    """The version that the address names as ?with=, with nothing there the usual one."""
    asked = request.GET.get("with")
    if asked is None:
        return usual
    return _numbered(int(asked)) if asked.isdecimal() and len(asked) < DIGITS else None


def _numbered(number):
    """A version that both signed, the built-in one for 0, None where there is none."""
    if number == 0:
        return built_in()
    return Agreement.objects.signed().filter(number=number).select_related("expiry_team").first()


def _last_month():
    """Thirty whole days up to today, as the organisation counts them."""
    zone = Organisation.current().time_zone
    today = localdate(timezone=ZoneInfo(zone))
    return Period.of_days(today - MONTH + timedelta(days=1), today, zone)
