"""The hand-off as a place: what waits on the left of the line, today's answers on the right."""

from django.http import HttpResponse
from django.shortcuts import render
from django_htmx.http import reswap

from deals.answers.card import card
from deals.answers.lane import of_page, piled
from deals.answers.mends import acts
from deals.answers.news import news_of
from deals.answers.promised import promised
from deals.answers.proposal import proposal
from deals.answers.queries import (
    answered_today,
    counts,
    in_view,
    may_answer,
    views_for,
    waiting_by_team,
)
from deals.answers.rows import grouped, place_of, with_faces
from deals.answers.waited import waited
from funnel.absences.queries import away_until, today
from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.moment import one_moment
from funnel.permissions import Can
from leads.agreement.terms import Tier
from leads.clocks.queries import nudged
from leads.handoff.passes import with_answers
from leads.models import Handoff

SLIDES = "outerHTML swap:200ms"  # how long a row takes over the line: see handoff.css


@may(Can.SEE_HANDOFFS)
def index(request):
    with one_moment():
        views = views_for(request.user)
        number = counts(request.user, views)
        first = next((key for key in views if number[key]), next(iter(views)))
        view = chosen(request, views, first)
        context = _figures(request, view, views, number)
        kept = context["promised"]
        context |= {"ours": waited(kept.waits, kept.missed)}
        context |= _waiting(request, view) | _answered(request)
        answer = render(request, "deals/inbox.html", context)
    return reswap(answer, SLIDES) if request.htmx and "took" in request.GET else answer


@may(Can.SEE_HANDOFFS)
def news(request):
    """What has changed since the page was drawn, with its figures of now; its rows stay where they
    are.

    204 where nothing has that was not told before.
    """
    asked, views = request.GET, views_for(request.user)
    view = chosen(request, views, "mine")
    shown = [int(key) for key in asked.getlist("shown") if key.isdecimal()][:200]
    numbers = {name: _number(asked.get(name)) for name in ("beyond", "beyond_hot", "team")}
    with one_moment():
        found = news_of(request.user, view, shown=shown, **numbers)
        if not (found.gone or found.vanished) and found.arrived == _number(asked.get("told")):
            return HttpResponse(status=204)
        request.GET = _of_page(asked)
        context = _figures(request, view, views, counts(request.user, views))
        context |= {"news": found, "opened": _number(asked.get("opened"))}
        return render(request, "deals/inbox/_news.html", context)


def _of_page(asked):
    """The query string of the page that asks: without what it says about itself."""
    query = asked.copy()
    for name in ("shown", "told", "beyond", "beyond_hot"):
        query.pop(name, None)
    if opened := _number((query.pop("opened", None) or [""])[-1]):
        query["open"] = str(opened)
    return query


def _figures(request, view, views, number):
    """The pills and the sentence, of the `number` that each of `views` has."""
    return {
        "view": view,
        "pills": pills(request, views, view, number),
        "waiting": number[view],
        "promised": promised(request.user, view),
    }


def _waiting(request, view):
    rows, teams, team = in_view(request.user, view), [], 0
    if view == "everyone":
        teams, team = waiting_by_team(request.user), _number(request.GET.get("team"))
        rows = rows.filter(team=team) if team else rows
    if view == "back":
        return _came_back(request, rows)
    page = paged(request, rows)
    known = {"page": page, "teams": teams, "team": team}
    if view == "disputed":
        return known | {"rows": with_answers(page.object_list)}
    away = away_until(request.user, today()) if view == "everyone" else {}
    shown = with_faces(page.object_list, away)
    return known | _opened(request, shown) | _beyond(page, rows, shown)


def _beyond(page, rows, shown):
    """How many of the view are on its other pages, and how many of these are hot."""
    beyond = page.paginator.count - len(shown)
    hot = rows.filter(tier=Tier.HOT).count() if beyond else 0
    here = sum(row.tier == Tier.HOT for row in shown) if beyond else 0
    return {"beyond": beyond, "beyond_hot": hot - here}


def _came_back(request, rows):
    """By reason, each with what mends it."""
    rows, piles = piled(rows)
    page = paged(request, rows)
    piles = of_page(piles, with_answers(page.object_list))
    back = request.get_full_path()
    for pile in piles:
        for row in pile.rows:
            row.mends = acts(pile.mend, row, request.user, back=back)
    return {"page": page, "piles": piles, "rows": page.object_list}


def _opened(request, rows):
    """The row that shows its context, with its neighbours for the keys j and k."""
    if not rows:
        return {"rows": rows}
    place = _place(request, rows)
    opened = rows[place]
    before = rows[place - 1] if place else None
    after = rows[place + 1] if place + 1 < len(rows) else None
    return {
        "rows": rows,
        "groups": grouped(rows),
        "opened": opened,
        "before": before,
        "after": after,
        "onto": (after or before or opened).pk,
        "card": card(opened, request.user),
        "may_answer": may_answer(request.user, opened),
        "nudged": nudged(opened),
    }


def _place(request, rows):
    """Of the row asked for; where it is gone, of the one that comes next in its place."""
    asked = Handoff.objects.filter(pk=_number(request.GET.get("open"))).first()
    return place_of(asked, rows) if asked else 0


def _answered(request):
    """Today's answers, and for the one just taken what is proposed next."""
    accepted, returned = answered_today(request.user)
    taken = _number(request.GET.get("took"))
    took = next((row for row in accepted if row.pk == taken), None)
    if took is None or took.lead.planned or took.lead.seller_id != request.user.pk:
        return {"accepted": accepted, "returned": returned}
    proposed = {"took": took, "proposal": proposal(took)}
    return {"accepted": accepted, "returned": returned} | proposed


def _number(text):
    """A number of the query string; 0 where there is none."""
    return int(text) if text and text.isdecimal() else 0
