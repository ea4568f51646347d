"""What mends a lead that came back, by the reason with which it did: one act, one click."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.models import Side
from funnel.permissions import Can
from leads.routing.forms import RULES
from leads.stages import LeadStage

EXPIRED = "-expired"  # no reason has such a key


@dataclass(frozen=True)
class Mend:
    """`act` is a key of ACTS; `reason` that of a reason to disqualify with."""

    act: str
    words: str
    reason: str = ""


@dataclass(frozen=True)
class Act:
    """A link, or with `sent` (what its form sends) a button."""

    label: str
    address: str
    sent: dict | None = None


_ENDS = Mend("end", gettext_lazy("The episode ends here, or the lead sleeps until it fits."))
_AGAIN = gettext_lazy("The rules choose somebody else, or you do.")
_ANSWERED = Mend(
    "answer", gettext_lazy("Sales’ words say what is missing: answer them, or offer it again.")
)
_CORRECTED = Mend(
    "correct", gettext_lazy("Correct who they are; then the same receiver gets them again.")
)

MENDS = {
    "not_our_target": Mend("disqualify", _ENDS.words, "never_fit"),
    "bad_contact": _CORRECTED,
    "already_customer": Mend(
        "compare", gettext_lazy("Look at their other episodes, and end the one too many.")
    ),
    "too_early": Mend("wait", gettext_lazy("Each wakes on its day; then it can be offered again.")),
    "not_a_buyer": Mend("disqualify", gettext_lazy("The episode ends here."), "spam"),
    "wrong_person": Mend("elsewhere", _AGAIN),
    "no_capacity": Mend("elsewhere", _AGAIN),
    "other": _ANSWERED,
    "unreachable": Mend("sleep", gettext_lazy("Put it away; a new sign of interest wakes it.")),
    EXPIRED: Mend("elsewhere", _AGAIN),
}
BY_SIDE = {  # of reasons that people added
    Side.MARKETING: _ENDS,
    Side.LINE: Mend("elsewhere", _AGAIN),
    Side.SALES: Mend("elsewhere", _AGAIN),
    Side.BUYER: Mend("sleep", gettext_lazy("Put it away until a day.")),
    Side.DATA: _CORRECTED,
}


def mend_of(reason, side):
    """The Mend for the key of a reason; for one that people added the one of its side."""
    return MENDS.get(reason) or BY_SIDE.get(side, _ANSWERED)


def acts(mend, row, user, *, back):
    """[Act] that `user` may do with a hand-off that came back, what mends it first.

    `row` has `returned`, its step; `back` is the address that every act leads back to.
    """
    asleep = row.lead.stage == LeadStage.RECYCLED
    found = _wake(row) if asleep else ACTS[mend.act](row, mend)
    return [_leading(act, back) for can, act in found if user.has_perm(can)]


def mended(row):
    """Whether sales would be told somebody else's name, address or number than last time."""
    person, told = row.lead.person, row.evidence
    known = {name: getattr(person, name) for name in ("name", "email", "phone")}
    return any(value != told.get(name, value) for name, value in known.items())


def _leading(act, back):
    if act.sent is None:
        return Act(act.label, f"{act.address}?{urlencode({'next': back})}")
    return Act(act.label, act.address, {**act.sent, "next": back})


def _disqualify(row, mend):
    address = reverse("leads:disqualification", args=[row.lead_id])
    yield Can.QUALIFY_LEADS, Act(_("Disqualify"), address, {"reason": mend.reason})
    yield from _sleep(row, mend)


def _end(row, mend):
    address = reverse("leads:disqualification", args=[row.lead_id])
    yield Can.QUALIFY_LEADS, Act(_("Disqualify"), address)
    yield from _sleep(row, mend)


def _sleep(row, mend):
    yield Can.QUALIFY_LEADS, Act(_("Put away"), reverse("leads:recycling", args=[row.lead_id]))


def _wake(row):
    address = reverse("leads:waking", args=[row.lead_id])
    yield Can.QUALIFY_LEADS, Act(_("Wake it now"), address, {})


def _wait(row, mend):
    """It is awake again: its day came."""
    yield Can.OFFER_LEADS, _to_the_same(row)
    yield from _sleep(row, mend)


def _correct(row, mend):
    address = reverse("leads:person_edit", args=[row.lead.person_id])
    correct = Can.CAPTURE_LEADS, Act(_("Correct the data"), address)
    again = Can.OFFER_LEADS, _to_the_same(row)
    return [again, correct] if mended(row) else [correct]


def _compare(row, mend):
    address = reverse("leads:person", args=[row.lead.person_id])
    yield Can.SEE_LEADS, Act(_("Their episodes"), address)
    address = reverse("leads:disqualification", args=[row.lead_id])
    yield Can.QUALIFY_LEADS, Act(_("Disqualify"), address)


def _elsewhere(row, mend):
    """A queue has nobody to leave out, so there a person chooses."""
    if had := row.offered_to_id:
        address = reverse("leads:offer", args=[row.lead_id])
        sent = {"receiver": RULES, "not_to": had, "note": row.note}
        yield Can.OFFER_LEADS, Act(_("Offer again"), address, sent)
    yield Can.OFFER_LEADS, _to_chosen(row)


def _answer(row, mend):
    yield Can.OFFER_LEADS, Act(_("Offer again"), _to_chosen(row).address)


def _to_chosen(row):
    return Act(_("Choose who"), reverse("leads:offer", args=[row.lead_id]))


def _to_the_same(row):
    if not (row.offered_to_id or row.team_id):
        return _to_chosen(row)
    kind, key = ("user", row.offered_to_id) if row.offered_to_id else ("team", row.team_id)
    address = reverse("leads:offer", args=[row.lead_id])
    return Act(_("Offer again"), address, {"receiver": f"{kind}-{key}", "note": row.note})


ACTS = {
    "disqualify": _disqualify,
    "end": _end,
    "sleep": _sleep,
    "wait": _wait,
    "correct": _correct,
    "compare": _compare,
    "elsewhere": _elsewhere,
    "answer": _answer,
}
