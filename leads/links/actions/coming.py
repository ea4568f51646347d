"""Somebody whom we now know by name came by a link, or by an address that said so."""

from leads.links.arrivals import Arrival
from leads.links.models import Click
from leads.links.resolving import resolve
from leads.touches.actions import touch
from leads.touches.models import FOLLOWED, Resolution, Touchpoint


def note_coming(lead, arrival: Arrival, *, at, visitor=""):
    """What brought the person of `lead` becomes a touchpoint of theirs; None where nothing did.

    Called while the person is locked, so that the same click is written down once, however often
    they send the form. A click of ours that only tried the link brings nobody.
    """
    if not arrival or _is_there(lead.person, arrival):
        return None
    click = _click(arrival.click_id)
    if click and click.test:
        return None
    found = _by_click(click) if click else _by_words(arrival, at)
    return touch(
        person=lead.person,
        lead=lead,
        visitor=visitor,
        sample=lead.sample,
        **arrival.said | found,
    )


def worded(arrival):
    """The columns of a touchpoint that tell what the address said and what that means."""
    return arrival.said | {"resolution": _resolved(arrival).resolution}


def _is_there(person, arrival):
    if not arrival.click_id:
        return False
    came = Touchpoint.objects.filter(person=person, click_id=arrival.click_id)
    return came.filter(kind__in=FOLLOWED).exists()


def _click(number):
    """The click, or None where it has not reached the ledger yet: then the words have to do."""
    rows = Click.objects.select_related("link__campaign__channel")
    return rows.filter(click_id=number).first() if number else None


def _by_click(click):
    link = click.link
    return {
        "kind": resolve(source=link.source, medium=link.medium).counts_as,
        "at": click.at,
        "campaign": link.campaign,
        "channel": link.campaign.channel,
        "resolution": Resolution.EXACT,
    }


def _by_words(arrival, at):
    found = _resolved(arrival)
    return {
        "kind": found.counts_as,
        "at": at,
        "campaign": found.campaign,
        "channel": found.channel,
        "resolution": found.resolution,
    }


def _resolved(arrival):
    return resolve(source=arrival.source, medium=arrival.medium, campaign=arrival.utm_campaign)
