"""Stories are told side by side, in the order of their times.

A story is a generator that yields a Wait and goes on when its time has come. What still waits
when the demo ends is what is planned: it becomes the next step of its lead or deal.
"""

import heapq
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from deals.activities.actions import finish, plan
from funnel.models import User

RECENT = timedelta(days=6)  # before the end, next steps are written down and ticked off


@dataclass(frozen=True)
class Wait:
    """Until `at`; what `by` means to do then with the lead or deal in `on`, if it was said."""

    at: datetime
    text: str = ""
    by: User | None = None
    on: dict = field(default_factory=dict)  # {"lead": lead} or {"deal": deal}
    due: datetime | None = None  # when it should have been, if that is not when it will be


class Stories:
    def __init__(self, calendar):
        self.calendar = calendar
        self.waiting, self.told = [], 0

    def begin(self, story, at):
        self._await(story, at)

    def run(self, until):
        """Go on with every story whose time comes before `until`."""
        while self.waiting and self.waiting[0][0] < until:
            at, _number, story, wait, since = heapq.heappop(self.waiting)
            step = self._planned(wait, since) if wait and at > self.calendar.ends - RECENT else None
            self._await(story, at)
            if step:
                finish(step, at=self.calendar.instant(at))

    def plan_the_rest(self):
        for _at, _number, _story, wait, since in sorted(self.waiting, key=lambda each: each[:2]):
            if wait:
                self._planned(wait, since)

    def _await(self, story, since):
        wait = next(story, None)
        if wait:
            self.told += 1
            said = wait if wait.text else None
            heapq.heappush(self.waiting, (wait.at, self.told, story, said, since))

    def _planned(self, wait, since):
        return plan(
            by=wait.by,
            text=wait.text,
            due_at=self.calendar.instant(wait.due or wait.at),
            at=self.calendar.instant(since),
            **wait.on,
        )
