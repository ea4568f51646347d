"""How often strangers may send, counted in the cache. Without the cache nobody is counted."""

import logging
import time

from django.core.cache import cache
from redis.exceptions import RedisError

MINUTE = 60
FORM_SOFT, FORM_HARD = 60, 600  # a minute, all addresses together
ADDRESS_SOFT, ADDRESS_HARD = 20, 120  # a minute, all forms together

logger = logging.getLogger(__name__)


def pressure(form, neighbourhood):
    """Take one token of the form's and one of the network's. Returns "", "soft" or "hard"."""
    try:
        sent = _taken(f"form:{form.pk}"), _taken(f"from:{neighbourhood}")
    except (RedisError, OSError) as trouble:
        logger.warning("nobody counts submissions, the cache is away: %s", trouble)
        return ""
    if sent[0] > FORM_HARD or sent[1] > ADDRESS_HARD:
        return "hard"
    return "soft" if sent[0] > FORM_SOFT or sent[1] > ADDRESS_SOFT else ""


def too_many(name, most):
    """Whether more than `most` came by this bucket within the minute, this one included."""
    try:
        return _taken(name) > most
    except (RedisError, OSError) as trouble:
        logger.warning("nobody counts captures, the cache is away: %s", trouble)
        return False


def _taken(name):
    """Tokens gone from this bucket since it was last full, this one included."""
    key = f"capture:{name}:{int(time.time() // MINUTE)}"
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        return cache.incr(key)
    except ValueError:  # the cache has dropped it in between
        return 1
