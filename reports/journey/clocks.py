"""How the agreed time ran: what had passed of it, who was told, and where the offer went then."""

from collections import defaultdict

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.models import Notice, User
from leads.clocks.events import RUNGS
from leads.handoff.models import ActKind, Clock
from leads.models import HandoffAct
from reports.journey.events import DONE, SALES, UNTOLD, Event

ALL = 100  # per cent
PASSED = {
    (Clock.ACCEPT, 50): gettext_lazy("Half of the agreed time to answer has passed"),
    (Clock.ACCEPT, ALL): gettext_lazy("All of the agreed time to answer has passed"),
    (Clock.ACCEPT, 200): gettext_lazy("Twice the agreed time to answer has passed"),
    (Clock.CONTACT, 50): gettext_lazy("Half of the agreed time to the first contact has passed"),
    (Clock.CONTACT, ALL): gettext_lazy("All of the agreed time to the first contact has passed"),
}
PART = {
    Clock.ACCEPT: gettext_lazy("%d %% of the agreed time to answer has passed"),
    Clock.CONTACT: gettext_lazy("%d %% of the agreed time to the first contact has passed"),
}


def rungs(rows, held):
    """One Event per rung of a clock among the acts `rows`, as a sentence.

    `held`: see `passings`.
    """
    rows = [row for row in rows if row.kind == ActKind.RUNG]
    told, went = _told(rows), _went(held)
    return [
        Event(
            at=row.at,
            side=SALES,
            kind=DONE,
            sign="clock",
            title=_untold(row) if row.passed else _sentence(row, told, went),
            rank=3,
            folds=UNTOLD if row.passed else "",
            small=True,
        )
        for row in rows
    ]


def _untold(row):
    if row.clock == Clock.CONTACT:
        words = _("%d %% of the time to the first contact had passed while nobody could be told")
    else:
        words = _("%d %% of the time to answer had passed while nobody could be told")
    return words % row.rung


def _sentence(row, told, went):
    words = PASSED.get((row.clock, row.rung)) or PART[row.clock] % row.rung
    parts = [_were_told(told[_key(row)]), _went_to(row, went)]
    after = _(" and ").join(filter(None, parts))
    return f"{words}; {after}" if after else str(words)


def _were_told(names):
    if not names:
        return ""
    words = _("%s was told") if len(names) == 1 else _("%s were told")
    return words % get_text_list(names, _("and"))


def _went_to(row, went):
    to = went.get((row.handoff_id, row.at)) if row.rung == ALL else None
    return _("it went to %s") % to if to else ""


def _told(rows):
    """{the notices' key of a rung: [who was told of it]}"""
    keys = {_key(row): row for row in rows if row.rung in RUNGS}
    events = [each.key for each in RUNGS.values()]
    everybody = User.objects.all()  # notices are found by whose they are
    news = Notice.objects.filter(user__in=everybody, event__in=events, key__in=keys)
    found = defaultdict(list)
    for notice in news.select_related("user").order_by("user__name"):
        found[notice.key].append(notice.user.name)
    return found


def _key(row):
    return f"{row.handoff_id}-{HandoffAct.__name__}-{row.pk}"


def _went(held):
    """{(hand-off's key, when): to whom it went by itself}"""
    return {
        (pk, each.since): each
        for pk, holdings in held.items()
        for each in holdings
        if each.fact and each.fact.by is None
    }
