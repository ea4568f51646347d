"""What the address that a stranger came by says: five words of marketing's, and who sent them."""

from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.conf import settings

from funnel.plain import plain
from leads.links.addresses import CLICK
from leads.links.resolving import spelled

LANDING, HOST, CLICK_ID = 500, 120, 22


@dataclass(frozen=True)
class Arrival:
    source: str = ""
    medium: str = ""
    utm_campaign: str = ""
    content: str = ""
    term: str = ""
    click_id: str = ""
    landing: str = ""
    referrer: str = ""

    def __bool__(self):
        """Whether the address said anything; a referrer alone is no word of marketing's."""
        return any((self.source, self.medium, self.utm_campaign, self.click_id))

    @property
    def said(self):
        """The fields that are not empty, for a column of JSON and for a touchpoint."""
        return {name: value for name, value in asdict(self).items() if value}


def arrival_of(request):
    """The Arrival of a request. All of it is a stranger's text: capped, nothing unseen in it."""
    address = settings.BASE_URL + request.get_full_path()
    return arrival_from(request.GET, landing=address, referrer=request.headers.get("Referer", ""))


def arrival_from(fields, *, landing, referrer):
    """The Arrival that these fields tell, named as in an address."""
    return Arrival(
        source=spelled(fields.get("utm_source", "")),
        medium=spelled(fields.get("utm_medium", "")),
        utm_campaign=spelled(fields.get("utm_campaign", "")),
        content=plain(fields.get("utm_content", ""))[:100],
        term=plain(fields.get("utm_term", ""))[:100],
        click_id=plain(fields.get(CLICK, ""))[:CLICK_ID],
        landing=plain(landing)[:LANDING],
        referrer=host_of(referrer),
    )


def host_of(address):
    """The host of an address, or an empty string."""
    if not address:
        return ""
    try:
        return plain(urlsplit(address).hostname or "")[:HOST]
    except ValueError:
        return ""
