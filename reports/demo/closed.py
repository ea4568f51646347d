"""The line on the last morning, as the running product would have left it."""

from datetime import timedelta

from django.db.models import F

from deals.line.queries import forget
from funnel.models import Notice
from funnel.notices.events import HISTORY
from leads.clocks.actions import hold
from leads.clocks.ladder import climb, due
from leads.models import Handoff
from leads.stages import HandoffStage
from reports.demo import words
from reports.demo.arguments import argue

SPARED = timedelta(hours=5)  # after the end; before then no waiting offer runs out
UNREAD, NEWEST = timedelta(hours=20), 3  # told since then, and as many of each: not read yet


def close(world):
    """No rung is due, nothing is about to run out, arguments are had, old notices are read."""
    over = world.calendar.over
    for row in Handoff.objects.in_bulk(list(due(over))).values():
        _climb(row, over)
    _spare(world, over)
    argue(world)
    _read(world, over)
    forget()


def _climb(row, over):
    """Each rung at its time; those that are history go in one with the one that was due last."""
    while row.rung_at and row.rung_at <= over:
        history = min(row.contact_due_at, over - HISTORY)
        climb(row.pk, at=max(row.rung_at, history))
        row.refresh_from_db(fields=["rung", "rung_at"])


def _spare(world, over):
    """Greta holds the clocks of those that would run out while somebody looks around."""
    dice, greta = world.dice("spared"), world.cast.users["greta"]
    waiting = Handoff.objects.filter(stage=HandoffStage.OFFERED, sample=True, held_at=None)
    for row in waiting.filter(rung=100, rung_at__lt=over + SPARED).order_by("offered_at", "pk"):
        said = dice.choice(words.HELD)
        hold(row, by=greta, words=said, at=over - timedelta(minutes=20))


def _read(world, over):
    for user in world.cast.users.values():
        told = Notice.objects.filter(user=user, sample=True)
        newest = list(told.order_by("-at", "-pk").values_list("pk", flat=True)[:NEWEST])
        read = told.filter(at__lt=over - UNREAD).exclude(pk__in=newest)
        read.update(read_at=F("at") + timedelta(hours=2))
