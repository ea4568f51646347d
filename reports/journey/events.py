from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

MARKETING, SALES, LINE = "marketing", "sales", "line"
SAID, DONE, EDIT = "said", "done", "edit"
UNTOLD = "untold"  # the fold of rungs of a clock that nobody was told of
CAP = 2000  # of each kind the newest are told; more than that only machines make


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened on one side. `at` is when it happened, an aware instant."""

    at: datetime
    side: str  # MARKETING or SALES
    kind: str  # SAID by the person, DONE by a colleague or a machine, or an EDIT of a field
    sign: str  # an icon's name
    title: str
    rank: int = 0  # of what happened at the same instant, the lower came first
    by: str = ""
    about: str = ""
    words: str = ""
    amount: Decimal | None = None  # in `currency`
    currency: str = ""
    flag: str = ""  # what was odd about it
    time_known: bool = True
    folds: str = ""  # what machines did: runs of the same are told as one
    url: str = ""
    small: bool = False  # told in small print


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """One answer at the line, or an offer that still waits for one (then `at` is its offer)."""

    at: datetime
    state: str  # waiting, accepted, returned, withdrawn, expired, disputed, upheld, overturned
    pass_no: int
    offered_at: datetime
    offered_by: str
    offered_to: str  # at first; "" where nobody can say
    note: str
    rank: int
    handoff: int
    tier: str = ""
    chosen: str = ""  # how the receiver was found, in words; "" where nobody can say
    rules: list = field(default_factory=list)  # rule by rule why, as far as the reader may know
    waits_for: str = ""  # whoever has it now, since `waits_since`; of waiting ones alone
    waits_since: datetime | None = None
    by: str = ""
    waited: timedelta | None = None  # None where a time is not known
    after_acceptance: bool = False  # returned though it had been accepted; `waited` is since then
    reason: str = ""
    side_of_reason: str = ""
    words: str = ""
    flag: str = ""
    time_known: bool = True
    side: str = LINE
    kind: str = DONE
    folds: str = ""

    @property
    def hollow(self):
        return self.state != "accepted"

    @property
    def moved(self):
        """It waits for somebody else than it was offered to."""
        return self.waits_since is not None and self.waits_since > self.offered_at

    @property
    def argued(self):
        """A return that is contested, or how that was decided: no answer to an offer."""
        return self.state in ("disputed", "upheld", "overturned")
