"""The salespeople as the rules see them at one moment: who may, who is there, who has room."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from funnel.absences.queries import absent_on
from funnel.models import Organisation, Team, User
from leads.handoff.models import Handoff
from leads.handoff.queries import sellers
from leads.routing.models import Seat
from leads.stages import HandoffStage


def day_of(at):
    """(start, end) of the organisation's day that holds `at`."""
    zone = ZoneInfo(Organisation.current().time_zone)
    day = at.astimezone(zone).date()
    starts = datetime.combine(day, time(), zone)
    return starts, datetime.combine(day + timedelta(days=1), time(), zone)


@dataclass
class Bench:
    people: dict[int, User]  # who can answer offers
    teams: dict[int, list[int]]  # team's key: its people, in the order of their keys
    seats: dict[int, Seat]
    absent: set[int]
    open: dict[int, int]  # offers that wait for an answer
    today: dict[int, int]  # offers received on the day
    not_to: set[int] = field(default_factory=set)  # who let this lead lie

    @classmethod
    def at(cls, at, not_to=()):
        people = {user.pk: user for user in sellers()}
        starts, ends = day_of(at)
        return cls(
            people,
            _teams(people),
            {seat.user_id: seat for seat in Seat.objects.filter(user__in=people)},
            set(absent_on(starts.date())),
            _offers(Q(stage=HandoffStage.OFFERED)),
            _offers(Q(offered_at__gte=starts, offered_at__lt=ends)),
            set(not_to),
        )

    def seat(self, user):
        return self.seats.get(user) or Seat(user_id=user)

    def why_not(self, user, facts):
        """Why this one is passed over: a key of `telling.WHY`, "" where nothing speaks against."""
        seat = self.seat(user)
        if user not in self.people:
            return "no_role"
        if user in self.not_to:
            return "let_it_lie"
        if user in self.absent:
            return "absent"
        if _reached(seat.open_offers_max, self.open.get(user, 0)):
            return "full"
        if _reached(seat.per_day_max, self.today.get(user, 0)):
            return "day"
        if facts.languages and seat.languages and not facts.languages & _codes(seat.languages):
            return "language"
        if facts.region and seat.regions and facts.region not in _codes(seat.regions):
            return "region"
        return ""

    def take(self, user):
        """One more offer is theirs."""
        self.open[user] = self.open.get(user, 0) + 1
        self.today[user] = self.today.get(user, 0) + 1


def _teams(people):
    pairs = Team.members.through.objects.filter(user__in=people).order_by("user")
    teams = {}
    for team, user in pairs.values_list("team", "user"):
        teams.setdefault(team, []).append(user)
    return teams


def _offers(which):
    rows = Handoff.objects.filter(which).exclude(offered_to=None).order_by()
    return dict(rows.values_list("offered_to").annotate(Count("pk")))


def _reached(limit, count):
    return limit is not None and count >= limit


def _codes(listed):
    return set(listed.replace(",", " ").split())
