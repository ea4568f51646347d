"""One deal that is being told, and what its seller does on it."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from deals.activities.actions import log
from deals.models import Deal
from deals.pipeline.actions import advance
from reports.demo.cast import Seller
from reports.demo.rooms import Room
from reports.demo.stories import Wait
from reports.demo.world import World, drawn


@dataclass(frozen=True)
class Job:
    world: World
    rng: Random
    seller: Seller
    room: Room
    fits: bool
    late: bool  # the seller lets things lie: see leaks
    deal: Deal

    @property
    def by(self):
        return self.seller.user

    def wait(self, at, text="", due=None):
        return Wait(at, text, self.by if text else None, {"deal": self.deal}, due)

    def later(self, at, fewest, most):
        """Some time at work, at least `fewest` days after `at` and seldom more than `most`."""
        days = fewest + drawn(self.rng, (most - fewest) / 2) * (2 if self.late else 1)
        return self.world.calendar.later(at, days, self.rng)

    def advance(self, to, at):
        advance(self.deal, to, by=self.by, at=self.world.at(at))

    def log(self, kind, outcome, said, at):
        log(
            by=self.by,
            kind=kind,
            deal=self.deal,
            outcome=outcome,
            words=self.rng.choice(said).format(room=self.room.called.lower()),
            at=self.world.at(at),
        )

    def pick(self, weights):
        return self.rng.choices(list(weights), weights.values())[0]

    def moment(self, at: datetime):
        return self.world.at(at)
