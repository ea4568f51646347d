"""Marketing's work of the year, done week by week with many at once."""

import uuid

from leads.capture.actions.deciding import decide
from leads.capture.actions.keeping import keep
from leads.handoff.actions import Offer, offer_many
from leads.lead.actions import Interest, capture_many
from leads.people.actions import find_or_add_many
from leads.qualification.actions import Judged, disqualify_many, qualify_many, recycle_many
from leads.touches.models import TouchKind
from reports.demo.fates import fate, receiver
from reports.demo.heard import answered
from reports.demo.links import arrival
from reports.demo.sales import sell, woken

ORDER = ("capture", "take_form", "come_again", "qualify", "disqualify", "recycle", "offer")
SLOWEST = 240  # seconds on the page of a form
FOLLOWED = 0.6  # of those who send a form, where links lead to it


class Desk:
    def __init__(self, world, stories, people, forms, laid):
        self.world, self.stories, self.forms, self.laid = world, stories, forms, laid
        acts = [act for one in people for act in fate(world, one)]
        self.acts = sorted(acts, key=lambda act: (act.at, act.one.number))

    def work(self, until):
        """Do what falls before `until`, each kind of act as one set."""
        due = [act for act in self.acts if act.at < until]
        self.acts = self.acts[len(due) :]
        for what in ORDER:
            if acts := [act for act in due if act.what == what]:
                getattr(self, what)(acts)

    def capture(self, acts):
        people = find_or_add_many([act.one.known for act in acts], sample=True)
        interests = [
            self._interest(act, person, act.one.touched, words=act.one.words)
            for act, person in zip(acts, people, strict=True)
        ]
        for act, (lead, _born) in zip(acts, capture_many(interests), strict=True):
            act.one.lead = lead

    def take_form(self, acts):
        for act in acts:
            sent = self._sent(act.one)
            act.one.lead = decide(sent, at=sent.received_at).lead

    def come_again(self, acts):
        capture_many([self._interest(act, act.one.lead.person, TouchKind.VISIT) for act in acts])

    def qualify(self, acts):
        _done(qualify_many(self._judged(acts)))

    def disqualify(self, acts):
        _done(disqualify_many(self._judged(acts)))

    def recycle(self, acts):
        _done(recycle_many(self._judged(acts)))
        for act in acts:
            if act.until:
                self.stories.begin(woken(self.world, act.one, act.until), act.at)

    def offer(self, acts):
        offers, sam = [], self.world.cast.of(self.world.cast.users["sam"])
        last = [act for act in acts if act.at >= self.world.calendar.morning]
        for act in acts:
            to, team = receiver(self.world, act.one, self.world.week(act.at))
            if act in last[::3]:  # whoever signs in as Sam finds something to answer
                to, team = sam.user, sam.team
            by, at = self.world.owner(act.one.effort), self.world.calendar.instant(act.at)
            offers.append(Offer(act.one.lead, at, by, to, team, act.note))
        handoffs, refused = offer_many(offers)
        _done(refused)
        for act, handoff in zip(acts, handoffs, strict=True):
            self.stories.begin(sell(self.world, act.one, handoff, act.at), act.at)

    def _interest(self, act, person, touched, words=""):
        one = act.one
        by_hand = touched in (TouchKind.HAND, TouchKind.BOOTH)
        return Interest(
            person,
            touched,
            self.world.calendar.instant(act.at),
            by=self.world.owner(one.effort) if by_hand else None,
            owner=self.world.owner(one.effort),
            campaign=self.world.campaigns[one.effort.key] if one.effort else None,
            words=words,
            page=one.page,
            visitor=one.visitor,
            heard_from=answered(self.world, one) if touched == TouchKind.HAND else "",
        )

    def _sent(self, one):
        known = one.known
        submission, _new = keep(
            self.forms[one.effort.key],
            submission_id=uuid.UUID(int=one.rng.getrandbits(128), version=4),
            payload={
                "name": known.name,
                "email": known.email,
                "phone": known.phone,
                "company": known.company,
                "words": one.words,
                "heard_from": answered(self.world, one),
            },
            seconds_on_page=round(one.rng.uniform(15, SLOWEST), 1),
            visitor=one.visitor,
            arrival=self._arrival(one),
            at=self.world.calendar.instant(one.at),
        )
        return submission

    def _arrival(self, one):
        """What the address said that they came by; many came by no link."""
        rng, links = self.world.dice("came", one.number), self.laid.get(one.effort.key)
        return arrival(rng.choice(links)).said if links and rng.random() < FOLLOWED else {}

    def _judged(self, acts):
        return [
            Judged(
                act.one.lead,
                self.world.calendar.instant(act.at),
                self.world.owner(act.one.effort),
                act.reason,
                until=act.until,
            )
            for act in acts
        ]


def _done(refused):
    """The demo asks for nothing that is not allowed."""
    if refused:
        raise ValueError(refused)
