"""The hand-offs behind each figure of the line."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import now

from deals.answers.queries import PARTS as RELATED
from funnel.http import may
from funnel.listing import paged
from funnel.models import Organisation
from funnel.permissions import Can
from leads.clocks.holders import holdings
from leads.handoff.passes import with_answers
from reports.line_page.forms import RowsForm
from reports.line_parts import PARTS, offered_in, parts


@may(Can.SEE_REPORTS)
def index(request):
    """The rows of one figure: as many as it says, of which the reader sees what they may open."""
    form = RowsForm(request.GET)
    if not form.is_valid():
        raise Http404
    period, moment = form.period(Organisation.current().time_zone), now()
    found = form.narrow(offered_in(period).filter(parts(moment)[form.asked_part]))
    seen = found.visible_to(request.user).select_related(*RELATED)
    page, number = paged(request, seen.order_by("-offered_at", "-pk")), found.count()
    rows = with_answers(page.object_list)
    held = holdings(rows)
    for row in rows:
        row.held = held[row.pk]
    context = {
        "label": PARTS[form.asked_part],
        "period": period,
        "page": page,
        "rows": rows,
        "all": number,
        "hidden": number - page.paginator.count,
    }
    return render(request, "reports/line_rows.html", context)
