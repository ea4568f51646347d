"""Who a stranger is, as far as their page may know: no cookie, nothing kept past a day."""

import ipaddress
import re
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.utils.timezone import now

BOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|monitor|"
    r"^(curl|wget|python|go-http|java|okhttp|libwww|node|axios)",
    re.IGNORECASE,
)


def address_of(request):
    """The address behind the proxies that the settings trust, or an empty string."""
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    address = hops[-trusted] if 0 < trusted <= len(hops) else request.META.get("REMOTE_ADDR", "")
    return _checked(address.strip())


@lru_cache(1000)
def _checked(address):
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return ""


@lru_cache(1000)
def neighbourhood(address):
    """The network an address belongs to, for limits: a /24, or a /56 of IPv6."""
    if not address:
        return "nowhere"
    bits = 24 if ipaddress.ip_address(address).version == 4 else 56
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False))


def visitor_key(request):
    """Tells the visitors of one day (UTC) apart and cannot be traced back to an address."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    seen = f"{settings.SECRET_KEY}|{now().date()}|{address_of(request)}|{agent}"
    return sha256(seen.encode()).hexdigest()[:32]


def is_person(request):
    """False for robots that say so, for a page fetched ahead of time and for a mere question."""
    agent = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.method == "GET" and "prefetch" not in ahead and agent and not BOTS.search(agent)
