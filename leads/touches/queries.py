from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Max, Sum

from leads.touches.models import Conversion, TouchKind, Touchpoint

SHOWN = 10  # conversions, the latest


@dataclass(frozen=True)
class Ways:
    """How often somebody was touched in one way over one channel, and when last."""

    kind: str  # in words
    channel: str  # its name, "" where it is not known
    count: int
    last_at: datetime


@dataclass(frozen=True)
class Ends:
    """The conversions of somebody: how many, and what those of a known worth come to."""

    count: int
    worth: Decimal | None  # in the organisation's currency; None where none is known
    latest: list[Conversion]


def ways_of(person):
    """The Ways in which `person` was touched, the most frequent first; one query."""
    rows = Touchpoint.objects.filter(person=person).order_by().values_list("kind", "channel__name")
    counted = rows.annotate(n=Count("pk"), last=Max("at")).order_by("-n", "-last")
    return [Ways(TouchKind(kind).label, name or "", n, last) for kind, name, n, last in counted]


def ends_of(person):
    """The Ends of `person`, or None where they never converted."""
    rows = Conversion.objects.filter(person=person)
    whole = rows.aggregate(count=Count("pk"), worth=Sum("base_amount"))
    latest = rows.select_related("campaign", "channel").order_by("-at", "-id")[:SHOWN]
    return Ends(**whole, latest=list(latest)) if whole["count"] else None
