"""The salespeople as the rules see them at one moment: who may, who is there, who has room."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from funnel.absences.queries import absent_on
from funnel.calendars.queries import worktime_of, worktimes
from funnel.models import Organisation, Team, User
from leads.handoff.models import Handoff
from leads.handoff.queries import sellers
from leads.routing.models import Seat
from leads.stages import HandoffStage

MOMENT = timedelta(seconds=1)


@dataclass
class Bench:
    people: dict[int, User]  # who can answer offers
    teams: dict[int, list[int]]  # team's key: its people, in the order of their keys
    seats: dict[int, Seat]
    absent: dict[int | None, set[int]]  # team's key, None for no team: who is away
    working: dict[int, bool]  # team's key: whether it is at work at that moment
    open: dict[int, int]  # offers that wait for an answer
    today: dict[int, int]  # offers received on the day
    not_to: set[int] = field(default_factory=set)  # who let this lead lie

    @classmethod
    def at(cls, at, *, teams=(), not_to=()):
        """`teams` are those that rules name."""
        people = {user.pk: user for user in sellers()}
        starts, ends = day_of(at)
        times = worktimes(set(teams))
        return cls(
            people,
            _teams(people),
            {seat.user_id: seat for seat in Seat.objects.filter(user__in=people)},
            _absent({None: worktime_of(None)} | times, at),
            {team: worktime.is_open(at) for team, worktime in times.items()},
            _offers(Q(stage=HandoffStage.OFFERED)),
            _offers(Q(offered_at__gte=starts, offered_at__lt=ends)),
            set(not_to),
        )

    def seat(self, user):
        return self.seats.get(user) or Seat(user_id=user)

    def why_not(self, user, facts, team):
        """Why this one is passed over: a key of `telling.WHY`, "" where nothing speaks against."""
        seat = self.seat(user)
        why = {
            "no_role": user not in self.people,
            "let_it_lie": user in self.not_to,
            "absent": user in self.absent[team],
            "full": _reached(seat.open_offers_max, self.open.get(user, 0)),
            "day": _reached(seat.per_day_max, self.today.get(user, 0)),
            "language": _strange(facts.languages, seat.languages),
            "region": _strange({facts.region} - {""}, seat.regions),
        }
        return next((key for key, holds in why.items() if holds), "")

    def take(self, user):
        """One more offer is theirs."""
        self.open[user] = self.open.get(user, 0) + 1
        self.today[user] = self.today.get(user, 0) + 1


def day_of(at):
    """(start, end) of the organisation's day that holds `at`."""
    zone = ZoneInfo(Organisation.current().time_zone)
    day = at.astimezone(zone).date()
    starts = datetime.combine(day, time(), zone)
    return starts, datetime.combine(day + timedelta(days=1), time(), zone)


def _teams(people):
    pairs = Team.members.through.objects.filter(user__in=people).order_by("user")
    teams = {}
    for team, user in pairs.values_list("team", "user"):
        teams.setdefault(team, []).append(user)
    return teams


def _absent(worktimes, at):
    """Away today, or on the day on which their team is at work next."""
    zone = ZoneInfo(Organisation.current().time_zone)
    today = at.astimezone(zone).date()
    days = {
        team: worktime.after(at, MOMENT).astimezone(zone).date()
        for team, worktime in worktimes.items()
    }
    away = {day: absent_on(day) for day in {today, *days.values()}}
    return {team: away[today] | away[day] for team, day in days.items()}


def _offers(which):
    rows = Handoff.objects.filter(which).exclude(offered_to=None).order_by()
    return dict(rows.values_list("offered_to").annotate(Count("pk")))


def _reached(limit, count):
    return limit is not None and count >= limit


def _strange(known, listed):
    """Whether what is known of a lead is nothing of what a seat lists."""
    return bool(known and listed and not known & set(listed.replace(",", " ").split()))
