"""What waits at the line, for whom, and what came of it."""

from datetime import timedelta

from django.db.models import Count, Prefetch, Q
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from deals.activities.models import NextStep
from funnel.models import Reason, ReasonKind
from funnel.permissions import Can, Scope
from leads.models import Handoff, HandoffStep
from leads.stages import HandoffStage
from leads.touches.models import TouchKind

VIEWS = {
    "mine": _("Mine"),
    "queue": _("Team queue"),
    "everyone": _("Everyone"),
    "offered": _("Offered by us"),
    "back": _("Came back"),
}
LATEST = 100  # of today's answers
CAME_BACK_WITHIN = timedelta(days=30)
PARTS = ("lead__person__company", "lead__campaign", "offered_by", "offered_to", "team")


def may_answer(user, handoff):
    """Whether `user` may answer it: who it was offered to, a team with its queue, a manager."""
    return user.has_perm(Can.ANSWER_OFFERS) and (
        handoff.offered_to_id == user.pk
        or (handoff.offered_to_id is None and handoff.team.members.contains(user))
        or user.has_perm(Can.CHANGE_OWNERS)
    )


def may_return(user, handoff):
    """Whether `user` may send it back: who may answer it, and who accepted it."""
    mine = user.has_perm(Can.ANSWER_OFFERS) and handoff.lead.seller_id == user.pk
    return mine or may_answer(user, handoff)


def views_for(user):
    """The views of the inbox this reader has, the one they start with first."""
    keys = []
    if user.has_perm(Can.ANSWER_OFFERS):
        keys += ["mine", "queue"]
    if user.has_perm(Can.OFFER_LEADS):
        keys += ["offered", "back"]
    if user.scope != Scope.OWN:
        keys += ["everyone"]
    return {key: VIEWS[key] for key in keys or ["everyone"]}


def counts(user, views):
    """How many hand-offs each of `views` holds, in one query."""
    live = Q(stage=HandoffStage.OFFERED)
    lately = Q(stage=HandoffStage.RETURNED, stage_since__gte=now() - CAME_BACK_WITHIN)
    return (
        Handoff.objects.visible_to(user)
        .filter(live | lately)
        .aggregate(**{key: Count("pk", filter=_in_view(key, user)) for key in views})
    )


def in_view(user, view):
    """The hand-offs of a view: what waits longest first, of what came back the latest first."""
    order = ("-stage_since", "-pk") if view == "back" else ("offered_at", "pk")
    rows = Handoff.objects.visible_to(user).filter(_in_view(view, user))
    return rows.select_related(*PARTS).order_by(*order)


def _in_view(view, user):
    waiting = Q(stage=HandoffStage.OFFERED)
    teams = user.teams.values("pk")
    queue = Q(offered_to=None, team__in=teams)
    ours = Q(offered_by=user) | Q(lead__owner=user)
    if user.scope != Scope.OWN and user.has_perm(Can.CHANGE_OWNERS):
        ours = Q()
    return {
        "mine": waiting & (Q(offered_to=user) | queue),
        "queue": waiting & queue,
        "everyone": waiting,
        "offered": waiting & ours,
        "back": ours & Q(stage=HandoffStage.RETURNED, stage_since__gte=now() - CAME_BACK_WITHIN),
    }[view]


def with_waits(rows):
    """`rows` as a list, each with `waited`, how long it has been at the line."""
    rows, moment = list(rows), now()
    for row in rows:
        row.waited = moment - row.offered_at
    return rows


def touches(handoff):
    """What they had done when it was offered, as the evidence froze it, newest first."""
    labels = dict(TouchKind.choices)
    return [
        {**touch, "at": parse_datetime(touch["at"]), "label": labels.get(touch["kind"])}
        for touch in handoff.evidence.get("touches", [])
    ]


def earlier(handoff):
    """The passes before this one, each with `answer`, its last step, and `why`, its reason."""
    passes = handoff.lead.handoffs.filter(pass_no__lt=handoff.pass_no).order_by("-pass_no")
    return with_answers(passes.select_related("offered_to", "team"))


def with_answers(handoffs):
    """`handoffs` as a list, each with `answer` (its last step) and `why` (the reason's label)."""
    steps = HandoffStep.objects.select_related("by").order_by("id")
    rows = list(handoffs.prefetch_related(Prefetch("steps", steps, to_attr="walked")))
    labels = reason_labels(ReasonKind.RETURN)
    for row in rows:
        row.answer = row.walked[-1] if row.walked else None
        row.why = labels.get(row.answer.reason, "") if row.answer else ""
    return rows


def reason_labels(kind):
    return {reason.key: str(reason) for reason in Reason.objects.filter(kind=kind)}


def answered_today(user):
    """(accepted, returned): today's answers that this reader may see, the latest first."""
    today = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    stages = (HandoffStage.ACCEPTED, HandoffStage.RETURNED)
    rows = (
        Handoff.objects.visible_to(user)
        .filter(stage__in=stages, stage_since__gte=today)
        .select_related(*PARTS, "lead__seller")
        .prefetch_related(
            Prefetch("lead__next_steps", NextStep.objects.filter(done_at=None), to_attr="planned")
        )
    )
    rows = with_answers(rows.order_by("-stage_since", "-pk")[:LATEST])
    for row in rows:
        row.waited = row.answer.at - row.offered_at
    accepted = [row for row in rows if row.stage == HandoffStage.ACCEPTED]
    return accepted, [row for row in rows if row.stage == HandoffStage.RETURNED]
