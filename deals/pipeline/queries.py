"""The board, the list and one deal, shaped for their pages."""

from datetime import timedelta

from django.db.models import (
    Aggregate,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Sum,
    Value,
    Window,
)
from django.db.models.functions import RowNumber
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from deals.activities.models import NextStep
from deals.pipeline.models import Deal
from deals.pipeline.pace import slow_after
from deals.stages import LIKELIHOOD, OPEN, DealStage

CARDS = 50  # of one column
VIEWS = {
    "all": _("Open"),
    "mine": _("Mine"),
    "unplanned": _("No next step"),
    "won": _("Won"),
    "lost": _("Lost"),
}
BOARD_VIEWS = ("all", "mine", "unplanned")
PARTS = ("person__company", "company", "owner", "team")
NO_DEALS = {"count": 0, "worth": None, "weighted": 0, "median": None}
USUAL_STAY = timedelta(days=30)  # what the age bar is drawn against without a history


class Median(Aggregate):
    """The middle of a set of durations."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def chosen_by(rows, filters):
    """`rows` narrowed by the clean values of the filter form."""
    if filters.get("owner"):
        rows = rows.filter(owner=filters["owner"])
    if filters.get("team"):
        rows = rows.filter(team=filters["team"])
    if filters.get("batch"):
        rows = rows.filter(batch=filters["batch"])
    if words := filters.get("q", "").strip():
        rows = rows.filter(
            Q(name__icontains=words)
            | Q(person__name__icontains=words)
            | Q(company__name__icontains=words)
        )
    return rows


def in_view(rows, view, user):
    return rows.filter(_in_view(view, user))


def counts(rows, user):
    """How many deals each view holds, in one query."""
    return rows.aggregate(**{key: Count("pk", filter=_in_view(key, user)) for key in VIEWS})


def _in_view(view, user):
    unplanned = ~Exists(NextStep.objects.filter(deal=OuterRef("pk"), done_at=None))
    return {
        "all": Q(stage__in=OPEN),
        "mine": Q(stage__in=OPEN, owner=user),
        "unplanned": Q(stage__in=OPEN) & unplanned,
        "won": Q(stage=DealStage.WON),
        "lost": Q(stage=DealStage.LOST),
    }[view]


def totals(rows):
    """Count, worth and weighted worth of the open deals among `rows`, as the columns add up."""
    heads = _heads(rows)
    return {
        "count": sum(head["count"] for head in heads.values()),
        "worth": sum(head["worth"] or 0 for head in heads.values()),
        "weighted": sum(head["weighted"] for head in heads.values()),
    }


def board(rows):
    """The columns of the open stages, each with its figures and up to CARDS cards."""
    heads, pace = _heads(rows), slow_after()
    cards = {stage: [] for stage in OPEN}
    for deal in _cards(rows):
        cards[deal.stage].append(aged(deal, pace))
    return [_column(stage, heads.get(stage, NO_DEALS), cards[stage]) for stage in OPEN]


def _column(stage, head, cards):
    return head | {
        "stage": stage,
        "label": stage.label,
        "likelihood": LIKELIHOOD[stage],
        "cards": cards,
        "more": head["count"] - len(cards),
    }


def listed(rows, view):
    """Rows of the list: open ones by their next step, none first; closed ones the latest first."""
    order = [F("next_due").asc(nulls_first=True), "pk"] if view in BOARD_VIEWS else ["-stage_since"]
    return (
        _with_next_due(rows).select_related(*PARTS).prefetch_related(open_step()).order_by(*order)
    )


def open_step():
    """The one open next step of each deal, as the list `planned`."""
    return Prefetch("next_steps", NextStep.objects.filter(done_at=None), to_attr="planned")


def aged(deal, pace):
    """Give `deal` its `age` and how far that fills a bar whose tick, at 75, is the slow tenth."""
    slow = pace.get(deal.stage)
    deal.age = now() - deal.stage_since
    deal.age_share = min(100, round(75 * (deal.age / (slow or USUAL_STAY))))
    deal.slow, deal.tick = bool(slow and deal.age > slow), 75 if slow else None
    return deal


def _heads(rows):
    stay = ExpressionWrapper(Value(now()) - F("stage_since"), output_field=DurationField())
    heads = (
        rows.order_by()
        .filter(stage__in=OPEN)
        .values("stage")
        .annotate(count=Count("pk"), worth=Sum("base_amount"), median=Median(stay))
    )
    return {
        head["stage"]: head | {"weighted": (head["worth"] or 0) * LIKELIHOOD[head["stage"]] / 100}
        for head in heads
    }


def _cards(rows):
    place = Window(
        RowNumber(),
        partition_by=F("stage"),
        order_by=[F("next_due").asc(nulls_first=True), F("pk").asc()],
    )
    numbered = _with_next_due(rows.filter(stage__in=OPEN)).annotate(place=place)
    shown = numbered.filter(place__lte=CARDS).select_related(*PARTS)
    return shown.prefetch_related(open_step()).order_by("place")


def _with_next_due(rows):
    step = NextStep.objects.filter(deal=OuterRef("pk"), done_at=None).values("due_at")[:1]
    return rows.annotate(next_due=Subquery(step))


def owners(user):
    """Who owns a deal that `user` may see."""
    seen = Deal.objects.visible_to(user).order_by().values("owner")
    return Deal._meta.get_field("owner").related_model.objects.filter(pk__in=seen)
