"""What campaigns cost and brought, from the first spend to money won, on both sides of the line."""

from collections import Counter
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import reduce
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Count, Sum
from django.utils.timezone import localdate, now

from funnel.models import Organisation, Reason, ReasonKind
from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import Handoff, HandoffStep, ReachEntry, SpendEntry
from leads.spending.spread import currency_digits, spent_by
from leads.stages import CAME_BACK, HandoffStage
from reports.cost import Cost
from reports.ladder import climb
from reports.line_parts import parts
from reports.question import By, Mode, Question

COUNTED = ("mql", "offered", "accepted", "deal", "won", "paid")


@dataclass(frozen=True)
class Figures:
    """Each lead counts once per rung, under the campaign it was captured with. Money in the
    organisation's currency; a won deal without an amount is `unpriced`."""

    spent: Decimal = Decimal(0)
    reached: int = 0  # heads, impressions and copies, corrections taken off
    captured: int = 0
    mql: int = 0
    offered: int = 0
    accepted: int = 0
    deal: int = 0
    won: int = 0
    paid: int = 0
    won_money: Decimal = Decimal(0)
    unpriced: int = 0
    offers: int = 0  # hand-offs; a lead may have several
    decided: int = 0  # of these, accepted, returned or run out
    taken: int = 0
    back: int = 0
    reasons: tuple[tuple[str, int], ...] = ()  # (why it came back, how often), commonest first

    def __add__(self, other):
        """Both together, of campaigns that share no lead."""
        sums = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in NUMBERS}
        return Figures(
            **sums, reasons=_ordered(Counter(dict(self.reasons)) + Counter(dict(other.reasons)))
        )

    @property
    def of_decided(self):
        """Accepted, of the offers that were answered or ran out."""
        return Ratio(self.taken, self.decided)

    @property
    def returned(self):
        return Ratio(self.back, self.decided)

    @property
    def top_reason(self):
        """(why, the Ratio of all that came back), or None."""
        return self.reasons and (self.reasons[0][0], Ratio(self.reasons[0][1], self.back))

    @property
    def accepted_cost(self):
        """The Cost of one accepted lead."""
        return self.cost("accepted")

    def cost(self, rung):
        """The Cost of one that reached `rung`."""
        return Cost(self.spent, getattr(self, rung))


NUMBERS = [each for each in fields(Figures) if each.name != "reasons"]


def campaign_figures(campaigns, *, as_of=None):
    """{campaign's key: Figures} until `as_of`, in five queries however many campaigns there are."""
    keys, as_of = [each.pk for each in campaigns], as_of or now()
    if not keys:
        return {}
    found, organisation = {key: {} for key in keys}, Organisation.current()
    for key, figures in (*_climbed(keys, as_of), *_offered(keys, as_of)):
        found[key] |= figures
    for name, (model, column) in _written_down(as_of, organisation).items():
        known = model.objects.filter(campaign__in=keys, at__lte=as_of, recorded_at__lte=as_of)
        for key, total in known.order_by().values_list("campaign").annotate(total=Sum(column)):
            found[key][name] = total
    reasons = _reasons(keys, as_of)
    return {
        key: Figures(**figures, reasons=_ordered(reasons.get(key, Counter())))
        for key, figures in found.items()
    }


def together(figures):
    """The Figures of several campaigns as one."""
    return reduce(Figures.__add__, figures, Figures())


def _written_down(as_of, organisation):
    """{figure: (ledger, what of an entry counts)}: of a span that goes on, the days until then."""
    today = localdate(as_of, ZoneInfo(organisation.time_zone))
    spent = spent_by(today, currency_digits(organisation))
    return {"spent": (SpendEntry, spent), "reached": (ReachEntry, "count")}


def _climbed(keys, as_of):
    question = Question(Period(as_of, as_of), as_of, Mode.FLOW, by=By.CAMPAIGN)
    counts = ", ".join(f"count(c.{rung}) AS {rung}" for rung in COUNTED)
    ladder = climb(question, among="AND l.campaign_id = ANY(%(campaigns)s)")
    with connection.cursor() as cursor:
        cursor.execute(
            f"""{ladder}, money AS (
                SELECT lead.key, coalesce(sum(d.base_amount), 0) AS won_money,
                       count(*) FILTER (WHERE d.base_amount IS NULL) AS unpriced
                FROM lead JOIN deal_climb d ON d.lead_id = lead.id WHERE d.won IS NOT NULL
                GROUP BY lead.key
            )
            SELECT c.key::bigint, count(*) AS captured, {counts},
                   coalesce(max(money.won_money), 0) AS won_money,
                   coalesce(max(money.unpriced), 0) AS unpriced
            FROM climb c LEFT JOIN money ON money.key = c.key GROUP BY c.key""",
            question.values | {"campaigns": keys},
        )
        names = [column.name for column in cursor.description[1:]]
        for key, *values in cursor.fetchall():
            yield key, dict(zip(names, values, strict=True))


def _offered(keys, as_of):
    which = parts(as_of)
    rows = Handoff.objects.filter(lead__campaign__in=keys, offered_at__lte=as_of).order_by()
    rows = rows.values_list("lead__campaign").annotate(
        offers=Count("pk"),
        decided=Count("pk", filter=which["decided"]),
        taken=Count("pk", filter=which["accepted"]),
        back=Count("pk", filter=which["back"]),
    )
    for key, *values in rows:
        yield key, dict(zip(("offers", "decided", "taken", "back"), values, strict=True))


def _reasons(keys, as_of):
    """{campaign's key: Counter of why what came back did}, of the returns that stand."""
    labels = {each.key: str(each) for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    steps = HandoffStep.objects.filter(
        handoff__lead__campaign__in=keys, to_stage=HandoffStage.RETURNED, at__lte=as_of
    ).filter(handoff__stage__in=CAME_BACK)
    rows = steps.order_by().values_list("handoff__lead__campaign", "reason")
    found = {}
    for key, reason, count in rows.annotate(n=Count("handoff", distinct=True)):
        found.setdefault(key, Counter())[labels.get(reason, reason)] += count
    return found


def _ordered(reasons):
    return tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0])))
