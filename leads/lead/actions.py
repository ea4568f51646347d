from django.db import transaction
from django.utils.timezone import now

from funnel.ledger import move
from leads.lead.models import Lead, LeadKind
from leads.people.models import Person
from leads.stages import LeadStage
from leads.touches.actions import touch


@transaction.atomic
def capture(person, *, by, touched, at=None, kind="", owner=None, product=None, **interest):
    """A person shows interest. Returns (lead, born).

    While an episode of theirs is open the interest is a touchpoint on it; otherwise a new lead is
    born, linked to the one before. `touched` is the TouchKind; `interest` holds what is known of
    campaign, channel, words, page and visitor. A customer's new interest is a repeat unless
    `kind` says otherwise.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)  # one birth at a time
    at = at or now()
    if interest.get("campaign"):
        interest.setdefault("channel", interest["campaign"].channel)
    lead = person.leads.open().first()
    born = lead is None
    if born:
        lead = _born(person, at, by, kind=kind, owner=owner, product=product, **interest)
    touch(touched, at=at, by=by, sample=person.sample, person=person, lead=lead, **interest)
    return lead, born


def _born(person, at, by, *, kind, owner, product, campaign=None, channel=None, **interest):
    lead = Lead.objects.create(
        person=person,
        born_at=at,
        campaign=campaign,
        channel=channel,
        product=product,
        owner=owner or (campaign.owner if campaign else by),
        kind=kind or (LeadKind.REPEAT if person.customer_since else LeadKind.NEW),
        earlier=person.leads.order_by("-born_at", "-pk").first(),
        words=interest.get("words", ""),
        landing_page=interest.get("page", ""),
        sample=person.sample,
    )
    move(lead, LeadStage.CAPTURED, by=by, at=at)
    return lead
