"""What a rule of the score would have said of what sales was offered, before it counts."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery
from django.utils.timezone import now

from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import Lead
from leads.scoring.models import ScoreRule
from leads.scoring.points import active_rules, counts, totals
from reports.calibration import BANDS
from reports.line_parts import offered_in, parts


@dataclass(frozen=True)
class Band:
    """Leads of a band of the score, `before` as the rules are and `after` with the one tried; each
    a Ratio of those accepted among those answered or run out."""

    key: str  # of BANDS
    before: Ratio
    after: Ratio


@dataclass(frozen=True)
class Trial:
    """Leads offered in the period, each once, by its last offer in it and as known at that moment.

    `holds`: for how many of all of them the rule holds. `with_it` and `without`: how many of those
    it holds for, and of the others, were accepted, among those answered or run out. `moved`: how
    many would have come with another total.
    """

    rule: ScoreRule
    holds: Ratio
    with_it: Ratio
    without: Ratio
    moved: int
    bands: tuple

    @property
    def apart(self):
        """1 where those it holds for are accepted more often, -1 where less often, as far as their
        95 % intervals share nothing; else 0."""
        one, other = self.with_it, self.without
        if not (one.whole and other.whole):
            return 0
        return (one.low > other.high) - (one.high < other.low)


def trial(rule: ScoreRule, period: Period) -> Trial:
    """Try `rule`, written down or not, in the place of whatever asks the same."""
    rows = _rows(rule, period)
    held = [row for row in rows if row.counts is not None]
    others = [row for row in rows if row.counts is None]
    return Trial(
        rule,
        holds=Ratio(len(held), len(rows)),
        with_it=_accepted(held),
        without=_accepted(others),
        moved=sum(row.before != row.after for row in rows),
        bands=tuple(_band(key, rows) for key in BANDS),
    )


@dataclass(frozen=True)
class _Row:
    counts: object  # what the rule counts for it; None where it does not hold
    before: int | None
    after: int | None
    answered: bool
    accepted: bool


def _rows(rule, period):
    offers, which = offered_in(period), parts(now())
    answered = set(offers.filter(which["decided"]).values_list("pk", flat=True))
    accepted = set(offers.filter(which["accepted"]).values_list("pk", flat=True))
    rules = active_rules()
    tried = [each for each in rules if each.asks != rule.asks] + [rule]
    last = offers.filter(lead=OuterRef("pk")).order_by("-offered_at", "-pk")
    leads = Lead._base_manager.filter(pk__in=offers.values("lead")).order_by()
    leads = leads.annotate(
        known_moment=Subquery(last.values("offered_at")[:1]), offer=Subquery(last.values("pk")[:1])
    ).annotate(held=counts(rule), before=totals(rules)[rule.scale], after=totals(tried)[rule.scale])
    found = leads.values_list("held", "before", "after", F("offer"))
    return [_Row(*said, offer in answered, offer in accepted) for *said, offer in found]


def _band(key, rows):
    return Band(
        key,
        _accepted([row for row in rows if _within(key, row.before)]),
        _accepted([row for row in rows if _within(key, row.after)]),
    )


def _within(key, total):
    """Without any rule before, nobody was in a band."""
    return total is not None and key == next(k for k in reversed(BANDS) if total >= BANDS[k])


def _accepted(rows):
    return Ratio(sum(row.accepted for row in rows), sum(row.answered for row in rows))
