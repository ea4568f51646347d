from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.history import changes
from funnel.models import User
from leads.links.models import Click, ClickKind, Link, UtmKind, UtmValue

VIEWS = {
    "live": _("Live"),
    "paused": _("Paused"),
    "archived": _("Archived"),
    "all": _("All"),
}
DAYS = 30


def links(user, view, *, words="", campaign=None):
    """The links `user` may see in one of VIEWS, each with its clicks, the newest first."""
    rows = Link.objects.visible_to(user).select_related("campaign", "owner")
    rows = rows.filter(archived_at=None) if view == "all" else getattr(rows, view)()
    if campaign:
        rows = rows.filter(campaign=campaign)
    rows = rows.filter(
        Q(name__icontains=words) | Q(code__icontains=words) | Q(target__icontains=words)
    )
    return rows.with_clicks()


def human_clicks(campaigns):
    """{campaign's key: how often people followed its links}, in one query."""
    rows = Click.objects.filter(
        link__campaign__in=campaigns, kind=ClickKind.HUMAN, test=False
    ).order_by()
    return dict(rows.values_list("link__campaign").annotate(n=Count("pk")))


@dataclass(frozen=True)
class Clicks:
    """What a link's clicks were, all time; test clicks are in none but the last."""

    human: int = 0
    likely: int = 0
    automatic: int = 0
    visitors: int = 0  # people told apart within a day, summed over the days
    paused: int = 0  # people who found it paused; they are in `human`, too
    tests: int = 0

    @property
    def all(self):
        return self.human + self.likely + self.automatic


def clicks_of(link):
    kinds = {kind: Count("pk", filter=Q(kind=kind, test=False)) for kind in map(str, ClickKind)}
    human = Q(kind=ClickKind.HUMAN, test=False)
    return Clicks(
        **link.clicks.aggregate(
            **kinds,
            visitors=Count("visitor", distinct=True, filter=human),
            paused=Count("pk", filter=human & Q(arrived=False)),
            tests=Count("pk", filter=Q(test=True)),
        )
    )


@dataclass(frozen=True)
class Day:
    on: date
    human: int = 0
    visitors: int = 0
    likely: int = 0
    automatic: int = 0


def days_of(link):
    """The last DAYS days in the reader's zone, today last, also those without a click."""
    until = localdate()
    first = until - timedelta(days=DAYS - 1)
    rows = link.clicks.filter(test=False).annotate(on=TruncDate("at")).filter(on__gte=first)
    counted = (
        rows.order_by()
        .values("on")
        .annotate(
            **{kind: Count("pk", filter=Q(kind=kind)) for kind in map(str, ClickKind)},
            visitors=Count("visitor", distinct=True, filter=Q(kind=ClickKind.HUMAN)),
        )
    )
    found = {row["on"]: Day(**row) for row in counted}
    days = (first + timedelta(days=number) for number in range(DAYS))
    return [found.get(on) or Day(on) for on in days]


def past_targets(link):
    """[(when, by whom, from, to)] of every change of the target, the latest first."""
    told = [each for each in changes(link) if each.field == "target"]
    names = dict(
        User.objects.filter(pk__in=[each.by_id for each in told]).values_list("pk", "name")
    )
    return [(each.at, names.get(each.by_id, ""), each.was, each.became) for each in told]


def used_by(values):
    """{value's key: how many links carry it or another spelling of it}."""
    counts = {}
    for kind in map(str, UtmKind):
        rows = Link.objects.order_by().values_list(kind).annotate(n=Count("pk"))
        counts |= {(kind, value): n for value, n in rows}
    found = UtmValue.objects.filter(pk__in=[each.pk for each in values])
    return {
        each.pk: sum(
            counts.get((each.kind, spelling), 0)
            for spelling in (each.value, *(alias.value for alias in each.aliases.all()))
        )
        for each in found.prefetch_related("aliases")
    }
