from django.shortcuts import render
from django.utils.timezone import localdate

from deals.day.queries import SHOWN, done_today, the_day
from deals.day.worksheet import worksheet
from funnel.http import may
from funnel.permissions import Can


@may(Can.WORK_DEALS)
def index(request):
    items = the_day(request.user)
    done = done_today(request.user)
    due = [item for item in items if item.now]
    promises = [item for item in due if item.kind == "step"]
    context = {
        "today": localdate(),
        "items": items[:SHOWN],
        "more": max(0, len(items) - SHOWN),
        "promises": len(promises),
        "late": sum(item.late for item in promises),
        "offers": sum(item.kind == "offer" for item in due),
        "done": done,
        "total": done + len(due),
        "share": 100 * done // (done + len(due)) if due or done else 0,
    }
    if items:
        context |= _chosen(request, items, done)
    return render(request, "deals/day.html", context)


def _chosen(request, items, done):
    """The item that is worked on, its place in the day and its neighbours."""
    shown = items[:SHOWN]
    key = request.GET.get("at", "")
    place = next((n for n, item in enumerate(items) if item.key == key), 0)
    item = items[place]
    return {
        "item": item,
        "place": done + place + 1 if item.now else None,
        "before_it": shown[place - 1] if 0 < place < SHOWN else None,
        "after_it": shown[place + 1] if place + 1 < len(shown) else None,
        "sheet": worksheet(item, request.user),
    }
