"""A deal: from the first talk to won or lost."""

from datetime import timedelta
from decimal import Decimal

from deals.activities.models import ActivityKind, Outcome
from deals.pipeline.actions import open_deal
from deals.stages import DealStage
from reports.demo import words
from reports.demo.after import fulfil
from reports.demo.closing import lost, won
from reports.demo.job import Job
from reports.demo.leaks import WINS_ONLY
from reports.demo.quoting import quote
from reports.demo.world import drawn

LEAVES = {"visit": 30, "quote": 48, "haggle": 22}  # after what a lost deal is lost
STUCK = 0.06  # of those that are lost after the quote: nobody closes them
BARGAINS, HAGGLES, COMMITS = 0.6, 0.35, 0.7
FOUR_WALLS = 6500  # what an ordinary room costs
NEXT = {
    "visit": ("Measure the rooms", "Visit with the sample case", "Measure, bring the caretaker"),
    "follow": ("Ask what they think of the quote", "Call after their meeting"),
    "decide": ("Call for the decision", "Ask the treasurer", "Call the headmistress back"),
    "stuck": ("Call once more", "Find out who decides"),
}


def bargain(world, one, lead, seller, at, late):
    """Open a deal on the lead and tell it. Returns when it was delivered and paid, or None."""
    at += timedelta(minutes=one.rng.randrange(5, 45))
    deal = begin(world, one, seller, at, lead=lead)
    return (yield from tell(Job(world, one.rng, seller, one.room, one.fits, late, deal), at))


def begin(world, one, seller, at, **whose):
    guess = drawn(one.rng, one.room.size * FOUR_WALLS, 0.3)
    return open_deal(
        by=seller.user,
        name=f"{one.room.called}, {one.known.company or one.known.name}",
        amount=Decimal(round(guess, -2)),
        expected_on=(at + timedelta(days=one.rng.randrange(20, 60))).date(),
        team=seller.team,
        at=world.at(at),
        **whose,
    )


def tell(job, at):
    """Visit, quote, haggle, win or lose. Returns when it was delivered and paid, or None."""
    leaves = None if job.rng.random() < _chance(job) else job.pick(LEAVES)
    at = yield from _visit(job, at)
    if leaves == "visit":
        return (yield from lost(job, at))
    paper, at = yield from quote(job, at)
    if leaves == "quote" and job.rng.random() < STUCK:
        return (yield from _stuck(job, at))
    at = yield from _follow(job, at)
    if leaves == "quote":
        return (yield from lost(job, at))
    paper, at = yield from _haggle(job, paper, at)
    if leaves == "haggle":
        return (yield from lost(job, at))
    at = yield from _commit(job, at)
    at = yield from won(job, paper, at)
    return (yield from fulfil(job, paper, at))


def _chance(job):
    chance = job.seller.manner.wins * (1 if job.fits else 0.5)
    return chance * WINS_ONLY if job.late else chance


def _visit(job, at):
    at = job.later(at, 1, 7)
    yield job.wait(at, job.rng.choice(NEXT["visit"]))
    job.log(ActivityKind.MEETING, Outcome.HELD, words.VISITED, at)
    job.advance(DealStage.FIT, at)
    return at


def _follow(job, at):
    at = job.later(at, 3, 8)
    yield job.wait(at, job.rng.choice(NEXT["follow"]))
    job.log(ActivityKind.CALL, Outcome.REACHED, words.FOLLOWED, at)
    if job.rng.random() < BARGAINS:
        job.advance(DealStage.NEGOTIATION, at)
    return at


def _stuck(job, at):
    """Nobody ever does what is planned next."""
    yield job.wait(at + timedelta(days=999), job.rng.choice(NEXT["stuck"]), job.later(at, 2, 9))


def _haggle(job, paper, at):
    if job.rng.random() < HAGGLES:
        paper, at = yield from quote(job, at, discount=job.rng.choice((3, 5, 8, 10)))
    at = job.later(at, 2, 10)
    yield job.wait(at, job.rng.choice(NEXT["decide"]))
    return paper, at


def _commit(job, at):
    """They say yes; the paper comes some days later."""
    if job.rng.random() > COMMITS:
        return at
    job.log(ActivityKind.CALL, Outcome.REACHED, words.COMMITTED, at)
    job.advance(DealStage.COMMITTED, at)
    at = job.later(at, 1, 5)
    yield job.wait(at, "Collect the signature")
    return at
