from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from funnel.sets import insert, update
from funnel.steps import recorded
from leads.campaigns.models import Campaign
from leads.lead.actions import take_up
from leads.lead.models import Lead
from leads.people.models import Person
from leads.responses.models import CampaignResponse, ResponseStep
from leads.responses.statuses import RESPONSES, Status, statuses_of
from leads.stages import LeadStage
from leads.touches.actions import touch_many
from leads.touches.models import TouchKind


@dataclass(frozen=True)
class Said:
    """What one person became to one campaign."""

    person: Person
    campaign: Campaign
    status: str
    at: datetime
    note: str = ""


def respond(person, campaign, status, *, by, at=None, note=""):
    """Somebody is now `status` to a campaign. Returns the step, or None if they were already.

    A status that is a response is also a touch, of their open lead where there is one; a lead that
    was put away wakes by it. Refusal for a status that the campaign's type does not have, and for
    what is still to come.
    """
    return respond_many([Said(person, campaign, status, at or now(), note)], by=by)[0]


@transaction.atomic
def respond_many(said: list[Said], *, by, batch=None):
    """Several at once. Returns [step, or None where nothing was new] in the same order."""
    for each in said:
        check_status(each.campaign, each.status, each.at)
    rows = _held(said)
    history = _history(rows.values())
    steps = [_step(each, rows[_pair(each)], history, by, batch) for each in said]
    if any(steps):
        insert([step for step in steps if step])
    changed = {step.response_id for step in steps if step}
    fresh = [row for row in rows.values() if row.pk in changed]
    update(fresh, ["status", "status_at", "first_responded_at"])
    _touch([(each, step) for each, step in zip(said, steps, strict=True) if step], by, batch)
    return steps


def check_status(campaign, status, at):
    """Refusal for what nobody can be to this campaign, or not yet."""
    if status not in statuses_of(campaign):
        words = {"status": dict(Status.choices).get(status, status), "campaign": campaign}
        raise Refusal(_("“%(status)s” is no status of %(campaign)s.") % words, field="status")
    if at > now():
        raise Refusal(_("That lies in the future."), field="on")


def _pair(each):
    return each.person.pk, each.campaign.pk


def _held(said):
    """{(person, campaign): its row}, made where there was none, and locked."""
    pairs = {_pair(each): each for each in said}
    new = [
        CampaignResponse(
            person_id=person, campaign_id=campaign, sample=pairs[person, campaign].campaign.sample
        )
        for person, campaign in pairs
    ]
    CampaignResponse.objects.bulk_create(new, ignore_conflicts=True)
    people, campaigns = ({pair[place] for pair in pairs} for place in (0, 1))
    rows = CampaignResponse.objects.select_for_update().filter(
        person__in=people, campaign__in=campaigns
    )
    held = {(row.person_id, row.campaign_id): row for row in rows.order_by("pk")}
    return {pair: held[pair] for pair in pairs}


def _history(rows):
    """{row's key: {(status, at)} that it was}"""
    found = defaultdict(set)
    steps = ResponseStep.objects.filter(response__in=[row.pk for row in rows])
    for key, *step in steps.order_by().values_list("response", "status", "at"):
        found[key].add(tuple(step))
    return found


def _step(each, row, history, by, batch):
    """The unwritten step of what is new, with its row as it is then; else None."""
    before = history[row.pk]
    if row.status == each.status and row.status_at <= each.at or (each.status, each.at) in before:
        return None
    before.add((each.status, each.at))
    if row.status_at is None or each.at >= row.status_at:
        row.status, row.status_at = each.status, each.at
    if each.status in RESPONSES and each.at < (row.first_responded_at or now()):
        row.first_responded_at = each.at
    return ResponseStep(
        response=row,
        status=each.status,
        note=each.note[:200],
        at=each.at,
        recorded_at=recorded(each.at, sample=row.sample),
        by=by,
        sample=row.sample,
        batch=batch,
    )


def _touch(new, by, batch):
    """What they did is a touch; who was put away and comes back by themselves wakes."""
    did = [each for each, step in new if step.is_response]
    leads = Lead.objects.open().filter(person__in={each.person.pk for each in did})
    of = {lead.person_id: lead for lead in leads}
    for each in did:
        lead = of.get(each.person.pk)
        if lead and lead.stage == LeadStage.RECYCLED and each.at >= lead.stage_since:
            take_up(lead, by=by, at=each.at, batch=batch)
    touch_many(
        [_touch_of(each, of.get(each.person.pk), by, batch) for each in did]
    ) if did else None


def _touch_of(each, lead, by, batch):
    return {
        "kind": TouchKind.RESPONSE,
        "at": each.at,
        "by": by,
        "batch": batch,
        "person": each.person,
        "lead": lead if lead and each.at >= lead.born_at else None,
        "campaign": each.campaign,
        "channel": each.campaign.channel,
        "page": str(Status(each.status).label),
        "sample": each.campaign.sample,
    }
