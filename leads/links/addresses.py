"""Where links lead: what may be a target, and the target with what it is told."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from funnel.plain import plain

LONGEST = 2000
CLICK = "click"  # the parameter that carries the number of a click
_valid = URLValidator(schemes=["http", "https"])


def problem_of(target):
    """Why no link may lead to `target`, in words; an empty string if one may."""
    if len(target) > LONGEST:
        return _("That address is too long; %d characters are the most.") % LONGEST
    if plain(target) != target:
        return _("There are spaces or unseen characters in it.")
    if not target.lower().startswith(("http://", "https://")):
        return _("Begin with https:// or http://.")
    try:
        parts = urlsplit(target)
        if parts.username is not None or parts.password is not None:
            return _("Leave the name and the password out of the address.")
        _valid(_reachable(parts, parts.port))
    except (ValueError, ValidationError):
        return _("That is no address a browser can open.")
    if any(name.lower().startswith("utm_") for name, _value in parse_qsl(parts.query)):
        return _("Leave utm_… out of the address: the fields below write it.")
    return ""


def _reachable(parts, port):
    """A single name, as within a house, is an address too; the validator only knows domains."""
    host = parts.hostname or ""
    if "." in host or ":" in host or not host.isalnum():
        return urlunsplit(parts)
    return urlunsplit(parts._replace(netloc=f"localhost:{port}" if port else "localhost"))


def told(target, utm):
    """(before, after): the target with `utm` ({name: value}), with room for the number of a click
    between them."""
    parts = urlsplit(target)
    said = {f"utm_{name}": value for name, value in utm.items() if value}
    query = "&".join(filter(None, [parts.query, urlencode(said), f"{CLICK}="]))
    before = urlunsplit(parts._replace(query=query, fragment=""))
    return before, f"#{parts.fragment}" if parts.fragment else ""


def tagged(target, utm):
    """The target with `utm`, as somebody copies it who needs no short link."""
    parts = urlsplit(target)
    said = urlencode({f"utm_{name}": value for name, value in utm.items() if value})
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, said]))))
