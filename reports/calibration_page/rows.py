"""The hand-offs and deals behind each figure of a band."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from deals.answers.queries import PARTS as RELATED
from funnel.http import may
from funnel.listing import paged
from funnel.models import Organisation
from funnel.permissions import Can
from leads.handoff.passes import with_answers
from leads.scoring.models import Scale
from reports.calibration import DEALS, LINE, NONE, UNDEALT, banded, deals_after
from reports.calibration_page.forms import FIGURES, NAMES, SCALES, USUAL, RowsForm
from reports.line_page.forms import lately
from reports.line_parts import OFFERED, offered_in, parts


@may(Can.SEE_REPORTS)
def index(request):
    """The rows of one figure: as many as it says, of which the reader sees what they may open."""
    form = RowsForm(request.GET)
    if not form.is_valid():
        raise Http404
    figure, band = form.asked("figure", OFFERED), form.cleaned_data["band"]
    scale = form.asked("scale", Scale.FIT)
    period = lately(form.asked("view", USUAL), Organisation.current().time_zone)
    offers = banded(offered_in(period), scale)
    if band:
        offers = offers.filter(band=None if band == NONE else band)
    context = {"label": _label(figure, scale, band), "period": period}
    context |= (_deals if figure in DEALS else _handoffs)(request, offers, figure)
    return render(request, "reports/calibration_rows.html", context)


def _label(figure, scale, band):
    names = {"figure": FIGURES[figure], "score": SCALES[scale], "band": NAMES.get(band)}
    return _("%(figure)s, %(score)s %(band)s") % names if band else FIGURES[figure]


def _handoffs(request, offers, figure):
    if figure == UNDEALT:
        dealt = deals_after(offers).values("handoff")
        found = offers.filter(parts(now())["accepted"]).exclude(pk__in=dealt)
    else:
        found = offers.filter(parts(now())[LINE[figure]])
    seen = found.visible_to(request.user).select_related(*RELATED)
    page = paged(request, seen.order_by("-offered_at", "-pk"))
    return {"rows": with_answers(page.object_list)} | _counted(found, page)


def _deals(request, offers, figure):
    found = deals_after(offers).filter(DEALS[figure])
    seen = found.visible_to(request.user).select_related("owner", "person")
    page = paged(request, seen.order_by("-opened_at", "-pk"))
    return {"deals": page.object_list} | _counted(found, page)


def _counted(found, page):
    number = found.count()
    return {"page": page, "all": number, "hidden": number - page.paginator.count}
