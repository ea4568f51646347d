"""What the page of many leads shows of them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funnel.listing import paged
from leads.handoff.passes import last_passes
from leads.routing import tally
from leads.routing.bulk import MOST, shares
from leads.routing.gaps import GapForm, open_to, products
from leads.stages import CAME_BACK

STUCK = "stuck"
MEET = "meet"
FILLS = {"reachable": ("email", "phone")}  # the fields by which a condition can be met


@dataclass(frozen=True)
class Share:
    """Who would get how many by the rules: of those that meet the agreement, and of all."""

    receiver: str  # "" for nobody
    meeting: int
    all: int


def context_of(request, bulk, *, fresh=False):
    """The context of the page; its gaps are as they were typed unless it is `fresh`."""
    parts = {"": sorted(bulk.rows, key=lambda row: row.meets)}  # what lacks something comes first
    parts |= {MEET: bulk.meeting} if bulk.lacking else {}
    parts |= {check.key: rows for check, rows in bulk.lacking}
    parts |= {STUCK: bulk.stuck} if bulk.stuck else {}
    show = request.GET.get("show", "")
    show = show if parts.get(show) else "" if bulk.rows else STUCK
    page = paged(request, parts[show])
    if show != STUCK:
        _give_gaps(request, page.object_list, None if fresh else request.POST or None)
    before = last_passes(bulk.leads)
    for row in page.object_list if show != STUCK else ():
        row.before = before.get(row.lead.pk)
    gaps = [row.gaps for row in page.object_list if show != STUCK and row.gaps]
    return {
        "bulk": bulk,
        "page": page,
        "show": show,
        "pills": _pills(request, bulk, parts, show),
        "gaps": gaps,
        "last_gap": gaps[-1] if gaps else None,
        "shares": _shares(bulk),
        "meeting": tally.meeting(bulk),
        "lacks": [(_at(request, c.key), tally.lack(c, len(rows))) for c, rows in bulk.lacking],
        "again": sum(_came_back(before.get(row.lead.pk)) for row in bulk.rows),
        "stuck": tally.stuck(bulk.stages),
        "most": MOST,
    }


def _came_back(handoff):
    return handoff is not None and handoff.stage in CAME_BACK


def _give_gaps(request, rows, typed):
    """A form for what each of the rows lacks, where its reader may write it down."""
    known = {"open": open_to(request.user), "products": products()}
    for row in rows:
        lacks = {field for c in row.lacks for field in FILLS.get(c.key, (c.key,))}
        form = GapForm(typed, lead=row.lead, gaps=lacks, **known)
        row.gaps = form if form.fields else None
        row.without = ", ".join(tally.without(check) for check in row.lacks)


def _pills(request, bulk, parts, current):
    names = {"": _("All"), MEET: _("Meet it"), STUCK: _("Cannot be offered")}
    names |= tally.parts(bulk)
    return [
        {
            "label": names[key],
            "url": _at(request, key),
            "current": key == current,
            "count": bulk.stages.total() if key == STUCK else len(rows),
        }
        for key, rows in parts.items()
    ]


def _at(request, show):
    query = request.GET.copy()
    query.pop("page", None)
    query["show"] = show
    return f"?{query.urlencode()}"


def _shares(bulk):
    whole = shares([row.lead for row in bulk.rows])
    part = shares([row.lead for row in bulk.meeting]) if bulk.lacking else Counter(whole)
    receivers = sorted(whole | part, key=lambda name: (not name, -whole[name], name))
    return [Share(name, part[name], whole[name]) for name in receivers]
