"""The hand-offs behind each figure of the line: a figure counts what its rows show."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from leads.clocks.lateness import (
    answered_in_time,
    answered_late,
    contacted_in_time,
    contacted_late,
)
from leads.handoff.models import ActKind
from leads.models import Handoff, HandoffAct
from leads.stages import CAME_BACK, HandoffStage

OFFERED = "offered"
PARTS = {
    OFFERED: _("Offered"),
    "unmet": _("Offered without meeting the Agreement"),
    "accepted": _("Accepted"),
    "back": _("Came back"),
    "late": _("Not answered in time"),
    "uncalled": _("Not contacted in time"),
    "expired": _("Ran out"),
    "held": _("Clock held"),
    "argued": _("Disputed"),
    "decided": _("Answered or ran out"),
    "void": _("Withdrawn or overturned"),
    "waiting": _("Still waiting"),
}


def offered_in(period):
    """The hand-offs offered in `period`. Imported ones are left out: nothing was promised for
    them, and a file may know only of those that were accepted."""
    return Handoff.objects.filter(**period.of("offered_at"), batch=None)


def parts(at):
    """{name: Q} as `at` knows it: those of PARTS, and what their rates are of."""
    checked = Q(evidence__checks__0__isnull=False)
    held = HandoffAct.objects.filter(handoff=OuterRef("pk"), kind=ActKind.HELD)
    argued = (HandoffStage.DISPUTED, HandoffStage.UPHELD, HandoffStage.OVERTURNED)
    return {
        OFFERED: Q(),
        "checked": checked,
        "unmet": checked & Q(evidence__checks__contains=[{"met": False}]),
        "accepted": Q(stage=HandoffStage.ACCEPTED),
        "back": Q(stage__in=CAME_BACK),
        "expired": Q(stage=HandoffStage.EXPIRED),
        "decided": Q(stage__in=[HandoffStage.ACCEPTED, HandoffStage.EXPIRED, *CAME_BACK]),
        "void": Q(stage__in=[HandoffStage.WITHDRAWN, HandoffStage.OVERTURNED]),
        "waiting": Q(stage=HandoffStage.OFFERED),
        "in_time": answered_in_time(),
        "late": answered_late(at),
        "called": contacted_in_time(),
        "uncalled": contacted_late(at),
        "held": Q(Exists(held)),
        "argued": Q(stage__in=argued),
        "open": Q(stage=HandoffStage.DISPUTED),
        "upheld": Q(stage=HandoffStage.UPHELD),
        "overturned": Q(stage=HandoffStage.OVERTURNED),
    }
