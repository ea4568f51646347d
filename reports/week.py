"""This week before and at the line, against what the weeks before it had by the same hour."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.db import connection
from django.utils.timezone import now

from funnel.period import Period, midnight
from reports.ladder import climb
from reports.question import Mode, Question
from reports.rungs import BY_KEY

RUNGS = ("captured", "mql", "offered", "accepted")
WEEKS = 26  # that the usual range is read from
FEWEST = 8  # below so many whole weeks nothing is called usual
ODD = 2  # the usual range leaves out the lowest and the highest week


@dataclass(frozen=True)
class Pace:
    """What one rung has reached since Monday. `before` holds the same stretch of each whole week
    before, the latest first; the range is None where there are fewer than FEWEST."""

    key: str
    count: int
    before: tuple[int, ...]

    @property
    def label(self):
        return BY_KEY[self.key].label

    @property
    def usual(self):
        """(low, high), both still usual: the second lowest and the second highest week."""
        if len(self.before) < FEWEST:
            return None
        ordered = sorted(self.before)
        return ordered[ODD - 1], ordered[-ODD]

    @property
    def middle(self):
        return median(self.before) if len(self.before) >= FEWEST else None

    @property
    def stands(self):
        """below, within or above the usual range; "" without one."""
        if self.usual is None:
            return ""
        low, high = self.usual
        return "below" if self.count < low else "above" if self.count > high else "within"


@dataclass(frozen=True)
class Week:
    """`first` is Monday, as the organisation counts days; `weeks` were compared with."""

    first: date
    until: datetime
    paces: tuple[Pace, ...]
    weeks: int

    @property
    def odd(self):
        """The Paces outside their usual range."""
        return [each for each in self.paces if each.stands in ("below", "above")]

    @property
    def by_chance(self):
        """One week in so many lies outside the range though nothing has changed: of n + 1 weeks
        alike, 2 × ODD are the outermost."""
        return round((self.weeks + 1) / (2 * ODD)) if self.weeks >= FEWEST else None


def week(zone, *, at=None):
    """The Week that `at` lies in, counted in `zone`.

    A lead counts once per rung, in the week of its first time there, as in the funnel's events.
    Of every week only what lies before the same weekday and wall-clock time is compared.
    """
    at = at or now()
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    monday = local.date() - timedelta(days=local.weekday())
    counts, begun = _counted(zone, at, monday, local)
    whole = 0 if begun is None else min(WEEKS, (monday - begun).days // 7)
    before = [monday - timedelta(weeks=n) for n in range(1, whole + 1)]
    paces = (
        Pace(key, counts[key, monday], tuple(counts[key, on] for on in before)) for key in RUNGS
    )
    return Week(monday, at, tuple(paces), whole)


def _counted(zone, at, monday, local):
    """(Counter of (rung, Monday), the Monday after the first lead's week or None)."""
    since = midnight(monday - timedelta(weeks=WEEKS), zone)
    question = Question(Period(at, at, zone), at, Mode.FLOW)
    into = local - datetime.combine(monday, datetime.min.time())
    values = question.values | {"since": since, "zone": zone, "into": into}
    with connection.cursor() as cursor:
        cursor.execute(_statement(question), values)
        counts = Counter({(rung, on): count for rung, on, count in cursor.fetchall()})
        cursor.execute(BEGUN, {"zone": zone, "as_of": at})
        (begun,) = cursor.fetchone()
    return counts, begun


MONDAY = "date_trunc('week', {0} AT TIME ZONE %(zone)s)"
BEGUN = f"""
    SELECT {MONDAY.format("min(born_at)")}::date + 7 FROM leads_lead WHERE born_at <= %(as_of)s"""
MOVED = """AND l.id IN (
    SELECT lead_id FROM leads_leadstep WHERE at >= %(since)s
    UNION SELECT d.lead_id FROM deals_deal d JOIN deals_dealstep s ON s.deal_id = d.id
    WHERE s.at >= %(since)s)"""


def _statement(question):
    rungs = ", ".join(f"('{key}', c.{key})" for key in RUNGS)
    started = MONDAY.format("r.at")
    return f"""{climb(question, among=MOVED)}
        SELECT r.rung, {started}::date, count(*)
        FROM climb c CROSS JOIN LATERAL (VALUES {rungs}) r(rung, at)
        WHERE r.at >= %(since)s AND r.at AT TIME ZONE %(zone)s - {started} <= %(into)s
        GROUP BY 1, 2"""
