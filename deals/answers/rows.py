"""The rows of a view of the inbox: their clocks, their groups, and which comes next."""

from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from leads.clocks.holders import came_over
from leads.clocks.queries import HELD, LATER, OVER, TODAY, faces
from leads.handoff.models import Clock
from leads.models import Handoff

GROUPS = {
    OVER: _("Over the agreed time"),
    TODAY: _("Due today"),
    LATER: _("Later"),
    HELD: _("Held"),
}


def with_faces(rows, away=()):
    """`rows` as a list, each with `waited`, how long it has been at the line, `face`, its clock
    (None where none runs), `away`, the last day of whose absence it waits for (None: there), and
    `came_late`: the time to answer was over when it came to whom it waits for.

    `away` is {colleague's key: day}.
    """
    rows, moment = list(rows), now()
    shown, away = faces(rows, at=moment), dict(away)
    over = [pk for pk, face in shown.items() if face.over and face.clock == Clock.ACCEPT]
    late = set(Handoff.objects.filter(came_over(), pk__in=over).values_list("pk", flat=True))
    for row in rows:
        row.waited, row.face = moment - row.offered_at, shown.get(row.pk)
        row.away = away.get(row.offered_to_id)
        row.came_late = row.pk in late
    return rows


def place_of(handoff, rows):
    """Where among `rows` of a view, in their order, it stands or would stand: an index, that of
    the last one for what would come after all."""
    after = (n for n, row in enumerate(rows) if _order(row) >= _order(handoff))
    return next(after, len(rows) - 1)


def _order(row):
    """As queries.in_view orders."""
    due = row.accept_due_at
    return row.held_at is not None, due is None, due or row.offered_at, row.offered_at, row.pk


def grouped(rows):
    """[(group, its label, its rows)] of rows with faces, without the empty groups."""
    by_group = {key: [row for row in rows if _group(row) == key] for key in GROUPS}
    return [(key, GROUPS[key], found) for key, found in by_group.items() if found]


def _group(row):
    return row.face.group if row.face else LATER
