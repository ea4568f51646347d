"""After a win: half the money, the fitting, the other half."""

from decimal import Decimal

from deals.after.actions import accept_delivery, deliver, promise, record_payment
from reports.demo.calendar import DAY
from reports.demo.world import drawn

ON_TIME, COMPLAINS, NEVER_PAYS = 0.8, 0.1, 0.04


def fulfil(job, paper, at):
    """Returns when it was delivered and paid, or None where that never came."""
    half = (paper.total / 2).quantize(Decimal("0.01"))
    promised = job.world.calendar.opening(at.date() + job.rng.randrange(10, 26) * DAY)
    delivery = promise(
        job.deal,
        by=job.by,
        what=f"{job.room.called} fitted",
        promised_on=promised.date(),
        at=job.moment(at),
    )
    at = yield from _pay(job, half, "Half with the order", at, 6)
    at = yield from _fit(job, delivery, at, promised)
    if job.rng.random() < NEVER_PAYS:
        return None
    return (yield from _pay(job, paper.total - half, "Rest after fitting", at, 11))


def _pay(job, amount, note, at, days):
    at = job.world.calendar.later(at, drawn(job.rng, days, 0.6), job.rng)
    yield job.wait(at)
    record_payment(job.deal, by=job.by, amount=amount, note=note, at=job.moment(at))
    return at


def _fit(job, delivery, at, promised):
    """The fitters come when promised, or later, never before the first payment."""
    delay = 0 if job.rng.random() < ON_TIME else job.rng.randrange(1, 12)
    at = max(at, job.world.calendar.working(promised + delay * DAY, job.rng.uniform(3, 8)))
    yield job.wait(at)
    deliver(delivery, at=job.moment(at))
    at += job.rng.uniform(0.02, 0.2) * DAY if job.rng.random() > COMPLAINS else 6 * DAY
    yield job.wait(at)
    accept_delivery(delivery, name=job.deal.person.name, at=job.moment(at))
    return at
