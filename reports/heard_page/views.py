from django.shortcuts import get_object_or_404, render

from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.models import Organisation
from funnel.permissions import Can
from leads.models import Channel
from reports.heard import heard, said_in
from reports.line_page.forms import PERIODS, lately

USUAL, SHOWN = "12m", 100
NONE = "none"  # the key of no channel


@may(Can.SEE_REPORTS)
def index(request):
    """What people say against what was tracked."""
    view, period = _period(request)
    found = heard(period)
    context = {
        "pills": pills(request, PERIODS, view),
        "view": view,
        "period": period,
        "heard": found,
        "rows": [_row(said, found.channels) for said in found.said[:SHOWN]],
        "more": len(found.said) - SHOWN,
    }
    return render(request, "reports/heard.html", context)


@may(Can.SEE_REPORTS)
def rows(request):
    """The leads behind one number; the reader sees those they may open."""
    view, period = _period(request)
    words, channel = request.GET.get("said", ""), request.GET.get("channel", "")
    found = said_in(period).filter(answer=words)
    if channel == NONE:
        found = found.filter(channel=None)
    elif channel:
        found = found.filter(channel=get_object_or_404(Channel, key=channel))
    number = found.count()
    seen = found.visible_to(request.user).select_related("person__company", "channel", "campaign")
    page = paged(request, seen.order_by("-born_at", "-pk"))
    context = {
        "words": words,
        "view": view,
        "period": period,
        "page": page,
        "all": number,
        "hidden": number - page.paginator.count,
    }
    return render(request, "reports/heard_rows.html", context)


def _period(request):
    view = chosen(request, PERIODS, USUAL)
    return view, lately(view, Organisation.current().time_zone)


def _row(said, channels):
    """(Said, [(key of the channel, leads)] in the order of `channels`)"""
    return said, [(key or NONE, said.channels.get(key, 0)) for key, _name in channels]
