"""How deals end."""

from datetime import timedelta

from deals.closing.actions import lose, win
from deals.pipeline.models import Knowable
from deals.quotes.actions import accept as accept_quote
from funnel.models import ReasonKind
from reports.demo import words
from reports.demo.calendar import DAY

WON = {"fits_need": 40, "trust": 26, "speed": 10, "price": 8, "recommended": 10, "unknown": 6}
LOST = {
    "price": 24,
    "competitor": 19,
    "postponed": 16,
    "no_budget": 12,
    "unresponsive": 10,
    "no_fit": 7,
    "no_authority": 5,
    "missing_feature": 4,
    "other": 3,
}
LOST_LATE = {"too_slow": 38, "unresponsive": 26, "competitor": 22, "price": 8, "postponed": 6}
LOST_UNFIT = {"no_fit": 55, "no_budget": 25, "no_authority": 20}
KNOWABLE = {Knowable.NO: 55, Knowable.UNSURE: 25, Knowable.YES: 20}
KNOWABLE_UNFIT = {Knowable.YES: 75, Knowable.UNSURE: 15, Knowable.NO: 10}
ASLEEP = {"postponed": "paused", "no_budget": "no_budget"}  # loss: why it comes back later


def won(job, paper, at):
    """The customer accepts the quote, the seller wins the deal. Returns when."""
    name = job.deal.person.name
    accept_quote(paper, by=None, name=name, at=job.moment(at))
    at += timedelta(minutes=job.rng.randrange(3, 90))
    yield job.wait(at)
    reason = job.world.reason(ReasonKind.WIN, job.pick(WON))
    said = job.rng.choice(words.WON_WORDS)
    win(job.deal, by=job.by, reason=reason, words=said, at=job.moment(at))
    return at


def lost(job, at):
    """The seller loses it some days later. Returns None."""
    at = job.later(at, 1, 8)
    yield job.wait(at, "Ask for their decision")
    key = job.pick(_reasons(job))
    reason = job.world.reason(ReasonKind.LOSS, key)
    why = ASLEEP.get(key) if job.deal.lead_id else None
    until = at.date() + job.rng.randrange(60, 160) * DAY if why else None
    lose(
        job.deal,
        by=job.by,
        reason=reason,
        knowable=job.pick(KNOWABLE if job.fits else KNOWABLE_UNFIT),
        words=job.rng.choice(words.LOST_WORDS[key]),
        back_until=until,
        back_reason=job.world.reason(ReasonKind.RECYCLE, why) if why else None,
        at=job.moment(at),
    )


def _reasons(job):
    if job.late:
        return LOST_LATE
    return LOST if job.fits else LOST_UNFIT
