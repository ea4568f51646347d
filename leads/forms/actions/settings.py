"""What holds at once, whatever version a page was opened with."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

HOSTS = 20  # at most
_valid = URLValidator(schemes=["http", "https"])


def origins(text):
    """The origins that `text` names, one a line. ValueError, in words, for what is none.

    A bare host is meant with https. A path, a wildcard or a name and password are refused: whoever
    is named here may show the form inside a page of theirs.
    """
    found = []
    for line in text.split():
        found += [each for each in [_origin(line)] if each not in found]
    if len(found) > HOSTS:
        raise ValueError(_("%d pages are the most.") % HOSTS)
    return found


def _origin(line):
    address = line if "://" in line else f"https://{line}"
    problem = _("“%s” is no address of a site: write it like https://www.example.com.") % line[:80]
    try:
        parts = urlsplit(address.rstrip("/"))
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
        if parts.scheme not in ("http", "https") or parts.path or parts.query or parts.fragment:
            raise ValueError(problem)
        if parts.username is not None or parts.password is not None or not host:
            raise ValueError(problem)
        if host != "localhost":
            _valid(f"{parts.scheme}://{host}")
    except (ValueError, ValidationError):
        raise ValueError(problem) from None
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != usual else "")
