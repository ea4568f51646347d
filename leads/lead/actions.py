from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from funnel.birth import bear_many
from funnel.ledger import Asked, move
from leads.lead.events import tell_woken
from leads.lead.models import Lead, LeadKind
from leads.people.models import Person
from leads.stages import LeadStage
from leads.touches.actions import touch_many


@dataclass(frozen=True)
class Interest:
    """One person's interest, and what is known of it. `touched` is the TouchKind."""

    person: Person
    touched: str
    at: datetime
    by: object = None  # the user who wrote it down, if one did
    kind: str = ""
    owner: object = None
    product: object = None
    campaign: object = None
    channel: object = None  # the campaign's, where nothing is said
    words: str = ""
    page: str = ""
    visitor: str = ""
    heard_from: str = ""  # how they say they heard of us
    time_known: bool = True  # a file may know that, not when
    note: str = ""  # what else a file says


def capture(person, *, by, touched, at=None, **known):
    """A person shows interest. Returns (lead, born).

    While an episode of theirs is open the interest is a touchpoint on it; otherwise a new lead is
    born, linked to the one before. `known`: see Interest. A customer's new interest is a repeat
    unless `kind` says otherwise.
    """
    return capture_many([Interest(person, touched, at or now(), by, **known)])[0]


def take_up(lead, *, by, at=None, batch=None):
    """A lead that was put away is where marketing had it, and waits for no day. The step.

    `batch` is the import that woke it.
    """
    step = move(lead, lead.stage_before_the_line, by=by, at=at, batch=batch)
    if step:
        lead.recycle_until = None
        lead.save(update_fields=["recycle_until"])
        if not batch:
            tell_woken(lead, step)
    return step


def hand_over(lead, *, to):
    """Give the lead to another owner in marketing."""
    lead.owner = to
    lead.save(update_fields=["owner"])
    return lead


@transaction.atomic
def capture_many(interests: list[Interest], *, batch=None):
    """Several interests, in the order of their times. Returns [(lead, born)] in the same order.

    `batch` is the import that they come from. Refusal, and nothing is written, where one of them
    lies in the future.
    """
    people = _lock({each.person.pk: each.person for each in interests})
    interests = [_of_whom(each, people[each.person.pk]) for each in interests]
    leads = {lead.person_id: lead for lead in Lead.objects.open().filter(person__in=_each(people))}
    earlier, found, births = _latest(_each(people)), [], []
    for each in interests:
        person = each.person
        born = person.pk not in leads
        if born:
            leads[person.pk] = _newborn(each, person, earlier.get(person.pk), batch)
            births.append((leads[person.pk], each))
        else:
            _wake(leads[person.pk], each, batch)
            _note_said(leads[person.pk], each)
        found.append((leads[person.pk], born))
    _bear(births, batch)
    touches = zip(interests, found, strict=True)
    touch_many([_touch(each, lead, batch) for each, (lead, _born) in touches])
    return found


def _wake(lead, interest, batch):
    """Who was put away and comes back by themselves is marketing's again, for the next pass."""
    if lead.stage == LeadStage.RECYCLED and interest.at >= lead.stage_since:
        take_up(lead, by=interest.by, at=interest.at, batch=batch)


def _note_said(lead, interest):
    """Their first word on it stands."""
    if interest.heard_from and not lead.heard_from:
        lead.heard_from = interest.heard_from
        if lead.pk:
            lead.save(update_fields=["heard_from"])


def _of_whom(interest, person):
    return interest if interest.person is person else replace(interest, person=person)


def _lock(people):
    """{key: who that is} of {key: person}; one birth at a time for each of them. Who was merged
    into another just now is the other."""
    rows = Person.objects.select_for_update().filter(pk__in=people.keys()).order_by("pk")
    for key, into, since in rows.values_list("pk", "merged_into", "customer_since"):
        people[key].merged_into_id, people[key].customer_since = into, since
    merged = {person.merged_into_id for person in people.values()} - {None}
    if not merged:
        return people
    held = people | _lock(Person.objects.in_bulk(merged - people.keys()))
    return {key: _standing(key, held) for key in held}


def _standing(key, held):
    while (into := held[key].merged_into_id) and into in held:
        key = into
    return held[key]


def _each(people):
    return {person.pk for person in people.values()}


def _latest(people):
    leads = Lead.objects.filter(person__in=people).order_by("person_id", "-born_at", "-pk")
    return {lead.person_id: lead for lead in leads.distinct("person_id")}


def _newborn(interest, person, earlier, batch):
    campaign = interest.campaign
    return Lead(
        person=person,
        born_at=interest.at,
        campaign=campaign,
        channel=_channel(interest),
        product=interest.product,
        owner=interest.owner or (campaign.owner if campaign else interest.by),
        kind=interest.kind or (LeadKind.REPEAT if person.customer_since else LeadKind.NEW),
        earlier=earlier,
        words=interest.words,
        landing_page=interest.page,
        heard_from=interest.heard_from,
        sample=person.sample,
        batch=batch,
    )


def _bear(births, batch):
    asked = [
        Asked(None, each.at, each.by and each.by.pk, time_known=each.time_known)
        for _lead, each in births
    ]
    bear_many([lead for lead, _each in births], asked, LeadStage.CAPTURED, batch=batch)


def _touch(interest, lead, batch):
    return {
        "kind": interest.touched,
        "at": interest.at,
        "by": interest.by,
        "sample": lead.sample,
        "person": interest.person,
        "lead": lead,
        "campaign": interest.campaign,
        "channel": _channel(interest),
        "words": "\n".join(filter(None, [interest.words, interest.note])),
        "page": interest.page,
        "visitor": interest.visitor,
        "batch": batch,
    }


def _channel(interest):
    return interest.channel or (interest.campaign.channel if interest.campaign else None)
