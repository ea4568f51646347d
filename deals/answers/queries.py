"""What waits at the line, for whom, and what came of it."""

from django.db.models import Case, Count, F, Prefetch, Q, When
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from deals.activities.models import NextStep
from deals.answers.lane import unmended
from deals.answers.models import Snooze
from funnel.permissions import Can, Scope
from leads.handoff.passes import with_answers
from leads.models import Handoff
from leads.stages import CAME_BACK, HandoffStage
from leads.touches.models import TouchKind

VIEWS = {
    "mine": _("Mine"),
    "queue": _("Team queue"),
    "everyone": _("Everyone"),
    "offered": _("Offered by us"),
    "back": _("Came back"),
    "disputed": _("Disputed"),
    "snoozed": _("Hidden"),
}
LATEST = 100  # of today's answers
PARTS = (
    *("lead__person__company", "lead__campaign", "offered_by", "offered_to", "team"),
    *("first_to", "first_team"),
)


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
        keys += ["mine", "queue", "snoozed"]
    if user.has_perm(Can.OFFER_LEADS):
        keys += ["offered", "back"]
    if user.scope != Scope.OWN:
        keys += ["everyone"]
    if user.has_perm(Can.RUN_THE_LINE) or user.has_perm(Can.OFFER_LEADS):
        keys += ["disputed"] if "back" in keys else ["back", "disputed"]
    return {key: VIEWS[key] for key in keys or ["everyone"]}


def counts(user, views):
    """How many hand-offs each of `views` holds, in one query."""
    live = Q(stage__in=[HandoffStage.OFFERED, HandoffStage.DISPUTED])
    return (
        Handoff.objects.visible_to(user)
        .filter(live | unmended())
        .aggregate(**{key: Count("pk", filter=_in_view(key, user)) for key in views})
    )


def in_view(user, view):
    """The hand-offs of a view: what is due first comes first, held clocks last; of what came back
    the latest first (lane.piled puts it by reason)."""
    rows = handoffs_in(user, view).select_related(*PARTS)
    if view in ("back", "disputed"):
        return rows.order_by("-stage_since", "-pk")
    held = Case(When(held_at=None, then=0), default=1)
    return rows.order_by(held, F("accept_due_at").asc(nulls_last=True), "offered_at", "pk")


def handoffs_in(user, view):
    """The hand-offs of a view, in no order and without their parts."""
    return Handoff.objects.visible_to(user).filter(_in_view(view, user))


def waiting_by_team(user):
    """[(team's key, its name, how many of it wait)] of the waiting ones this reader sees."""
    waiting = handoffs_in(user, "everyone").exclude(team=None).order_by("team__name")
    return list(waiting.values_list("team", "team__name").annotate(Count("pk")))


def _in_view(view, user):
    waiting = Q(stage=HandoffStage.OFFERED)
    teams = user.teams.values("pk")
    queue = Q(offered_to=None, team__in=teams)
    ours = Q(offered_by=user) | Q(lead__owner=user)
    if user.scope != Scope.OWN and user.has_perm(Can.CHANGE_OWNERS):
        ours = Q()
    hidden = Q(pk__in=Snooze.objects.filter(user=user, until__gt=now()).values("handoff"))
    mine = Q(offered_to=user) | queue
    return {
        "mine": waiting & mine & ~hidden,
        "queue": waiting & queue & ~hidden,
        "snoozed": waiting & mine & hidden,
        "everyone": waiting,
        "offered": waiting & ours,
        "back": ours & unmended(),
        "disputed": ours & Q(stage=HandoffStage.DISPUTED),
    }[view]


def touches(handoff):
    """What they had done when it was offered, as the evidence froze it, newest first."""
    labels = dict(TouchKind.choices)
    return [
        {**touch, "at": parse_datetime(touch["at"]), "label": labels.get(touch["kind"])}
        for touch in handoff.evidence.get("touches", [])
    ]


def answered_today(user):
    """(accepted, returned): today's answers that this reader may see, the latest first."""
    today = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    stages = (HandoffStage.ACCEPTED, *CAME_BACK)
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
    return accepted, [row for row in rows if row.stage in CAME_BACK]
