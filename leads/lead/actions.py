from django.db import transaction
from django.utils.timezone import now

from funnel.ledger import move
from leads.lead.models import Lead, LeadKind
from leads.people.models import Person
from leads.stages import LeadStage
from leads.touches.actions import touch


@transaction.atomic
def capture(
    person,
    *,
    by,
    touched,
    at=None,
    campaign=None,
    channel=None,
    kind="",
    words="",
    page="",
    visitor="",
    **more,
):
    """A person shows interest. Returns (lead, born).

    While an episode of theirs is open the interest is a touchpoint on it; otherwise a new lead is
    born, linked to the one before. `touched` is the TouchKind; `more` goes to the lead: owner,
    product. A customer's new interest is a repeat unless `kind` says otherwise.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)  # one birth at a time
    at = at or now()
    channel = channel or (campaign.channel if campaign else None)
    lead = person.leads.open().first()
    born = lead is None
    if born:
        lead = _born(
            person,
            at,
            by,
            campaign=campaign,
            channel=channel,
            kind=kind,
            words=words,
            landing_page=page,
            **more,
        )
    touch(
        touched,
        at=at,
        by=by,
        sample=person.sample,
        person=person,
        lead=lead,
        visitor=visitor,
        campaign=campaign,
        channel=channel,
        words=words,
        page=page,
    )
    return lead, born


def _born(person, at, by, *, kind, campaign, **rest):
    earlier = person.leads.order_by("-born_at", "-pk").first()
    rest.setdefault("owner", campaign.owner if campaign else by)
    lead = Lead.objects.create(
        person=person,
        born_at=at,
        campaign=campaign,
        kind=kind or (LeadKind.REPEAT if person.customer_since else LeadKind.NEW),
        earlier=earlier,
        sample=person.sample,
        **rest,
    )
    move(lead, LeadStage.CAPTURED, by=by, at=at)
    return lead
