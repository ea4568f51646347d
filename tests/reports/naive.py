"""The same figures counted the slow way: one lead at a time, in plain Python."""

from datetime import timedelta

from deals.models import Activity, Deal
from funnel.ratio import Ratio
from leads.models import Lead
from reports.conversion import Row
from reports.rungs import CLIMBED

KINDS = ("repeat", "referral", "expansion")
BEYOND = {  # the earliest of these implies the rung
    "deal": ("quoted", "won", "paid", "delivered"),
    "accepted": ("contacted", "deal", "quoted", "won", "paid", "delivered"),
    "offered": ("accepted", "contacted", "deal", "quoted", "won", "paid", "delivered"),
    "mql": ("offered", "accepted", "contacted", "deal", "quoted", "won", "paid", "delivered"),
}


def earliest(times):
    return min((time for time in times if time is not None), default=None)


class Recount:
    def __init__(self, period, *, window_days, as_of):
        self.period, self.window, self.as_of = period, timedelta(days=window_days), as_of
        self.leads = [self.lead(lead) for lead in Lead.objects.all()]
        self.leads = [lead for lead in self.leads if lead["own"]["captured"]]

    def seen(self, steps):
        return [s for s in steps if s.at <= self.as_of and s.recorded_at <= self.as_of]

    def first(self, steps, **wanted):
        """(first time, whether it is known)"""
        held = [s for s in self.seen(steps) if all(getattr(s, k) == v for k, v in wanted.items())]
        at = earliest(s.at for s in held)
        return at, any(getattr(s, "time_known", True) for s in held if s.at == at)

    def lead(self, lead):
        steps = list(lead.steps.order_by("id"))
        handed = [step for handoff in lead.handoffs.all() for step in handoff.steps.all()]
        deals = [self.deal(deal) for deal in lead.deals.all()]
        firsts = {
            "captured": self.first(steps, to_stage="captured"),
            "mql": self.first(steps, to_stage="mql"),
            "offered": self.first(handed, to_stage="offered"),
            "accepted": self.first(handed, to_stage="accepted"),
            "again": self.again(lead),
        }
        for rung in ("deal", "quoted", "won", "paid", "delivered"):
            at = earliest(deal[rung][0] for deal in deals)
            firsts[rung] = at, any(deal[rung] == (at, True) for deal in deals)
        at = earliest(
            [
                firsts["accepted"][0],
                *(firsts[rung][0] for rung in BEYOND["deal"]),
                firsts["deal"][0],
            ]
        )
        firsts["contacted"] = self.contacted(lead, at), True
        own = {rung: at for rung, (at, _known) in firsts.items()}
        at = dict(own)
        for rung, beyond in BEYOND.items():
            at[rung] = earliest([at[rung], *(own[each] for each in beyond)])
        seen = self.seen(steps)
        return {
            "own": own,
            "at": at,
            "known": {rung for rung, (_at, known) in firsts.items() if known},
            "until": lead.born_at + self.window,
            "born_at": lead.born_at,
            "open": bool(seen) and seen[-1].to_stage not in ("closed", "disqualified"),
            "deals": deals,
        }

    def contacted(self, lead, since):
        if since is None:
            return None
        calls = Activity.objects.contacts().filter(lead=lead)
        return earliest(call.at for call in self.seen(calls) if call.at >= since)

    def deal(self, deal):
        steps = list(deal.steps.all())
        quotes = [step for quote in deal.quotes.all() for step in quote.steps.all()]
        won = self.first(steps, to_stage="won")
        return {
            "deal": self.first(steps, from_stage=""),
            "quoted": self.first(quotes, to_stage="sent"),
            "won": won,
            "paid": self.paid(deal, won),
            "delivered": self.not_before(won, self.delivered_at(deal)),
            "worth": deal.base_amount,
        }

    def paid(self, deal, won):
        if won[0] is not None and deal.due is not None and deal.due <= 0:
            return won  # nothing was owed
        return self.not_before(won, self.paid_at(deal, won[0]))

    def not_before(self, won, at):
        if won[0] is None or at is None:
            return None, False
        return (at, True) if at >= won[0] else won

    def paid_at(self, deal, won):
        if deal.due is None or won is None:
            return None
        payments = [p for p in self.seen(deal.payments.all()) if p.currency == deal.currency]
        for moment in sorted({p.at for p in payments}):
            if sum(p.amount for p in payments if p.at <= moment) >= deal.due:
                return moment
        return None

    def delivered_at(self, deal):
        owed = [each for each in deal.deliveries.all() if each.recorded_at <= self.as_of]
        done = [
            each.accepted_at for each in owed if each.accepted_at and each.accepted_at <= self.as_of
        ]
        return max(done) if owed and len(done) == len(owed) else None

    def again(self, lead):
        later = Lead.objects.filter(person=lead.person, kind__in=KINDS)
        deals = Deal.objects.filter(person=lead.person, kind__in=KINDS).exclude(lead=lead)
        found = [self.first(each.steps.all(), from_stage="") for each in (*later, *deals)]
        found = [(at, known) for at, known in found if at and at > lead.born_at]
        at = earliest(at for at, _known in found)
        return at, (at, True) in found

    def rungs(self):
        cohort = [
            lead for lead in self.leads if self.period.start <= lead["born_at"] < self.period.end
        ]
        above = (Row("reached", None), Row("visited", None))
        return above + tuple(self.row(rung, cohort) for rung in CLIMBED)

    def in_time(self, lead, rung, column="at"):
        at = lead[column].get(rung)
        return at is not None and at <= lead["until"]

    def mature(self, lead):
        return lead["until"] <= self.as_of

    def row(self, rung, cohort):
        there = [lead for lead in cohort if self.in_time(lead, rung.key)]
        mature = [lead for lead in there if self.mature(lead)]
        before = [lead for lead in cohort if rung.before and self.in_time(lead, rung.before)]
        passed = [lead for lead in mature if rung.before and self.in_time(lead, rung.before)]
        days = sorted(
            filter(lambda day: day is not None, (self.days(lead, rung) for lead in there))
        )
        ripe = sum(self.mature(lead) for lead in cohort)
        return Row(
            rung.key,
            len(there),
            mature=ripe,
            imputed=sum(not self.in_time(lead, rung.key, "own") for lead in there),
            of_previous=Ratio(len(passed), sum(map(self.mature, before))) if rung.before else None,
            of_first=Ratio(len(mature), ripe),
            inside=sum(self.inside(lead, rung.key) for lead in there),
            median_days=percentile(days, 0.5),
            p80_days=percentile(days, 0.8),
            value=self.value(there, rung.key),
        )

    def days(self, lead, rung):
        if not rung.before or not {rung.key, rung.before} <= lead["known"]:
            return None
        at, since = lead["own"][rung.key], lead["own"][rung.before]
        if at is None or since is None or at > lead["until"] or at < since:
            return None
        return (at - since) / timedelta(days=1)

    def inside(self, lead, rung):
        climbed = [r.key for r in CLIMBED[:-1] if self.in_time(lead, r.key)]
        return lead["open"] and not self.mature(lead) and climbed[-1] == rung

    def value(self, leads, rung):
        worths = [d["worth"] for lead in leads for d in lead["deals"] if self.worth(lead, d, rung)]
        known = [worth for worth in worths if worth is not None]
        return sum(known) if known else None

    def worth(self, lead, deal, rung):
        if rung == "again":
            return deal["won"][0] is not None and deal["won"][0] <= lead["own"]["again"]
        reached = (rung, "quoted", "won") if rung == "deal" else (rung,)
        times = [deal[each][0] for each in reached if each in deal]
        return earliest(times) is not None and earliest(times) <= lead["until"]


def percentile(values, share):
    """Linear between neighbours, as percentile_cont has it; None of nothing."""
    if not values:
        return None
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)
