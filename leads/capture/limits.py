"""How often strangers may send, counted in Valkey. While that is away nobody is counted."""

import logging
import time
from hashlib import sha1

from redis.exceptions import NoScriptError

from funnel.valkey import AWAY, key, server

COUNT = """
    local gone = {}
    for place, bucket in ipairs(KEYS) do
        gone[place] = redis.call('INCR', bucket)
        if gone[place] == 1 then redis.call('EXPIRE', bucket, ARGV[1]) end
    end
    return gone"""  # one command for all of them, as each is a way to Valkey and back
NAMED = sha1(COUNT.encode(), usedforsecurity=False).hexdigest()
MINUTE = 60
FORM_SOFT, FORM_HARD = 60, 600  # a minute, all addresses together
ADDRESS_SOFT, ADDRESS_HARD = 20, 120  # a minute, all forms together

logger = logging.getLogger(__name__)


def pressure(form_token, neighbourhood):
    """Count one more for the form and one more for the network. Returns "", "soft" or "hard"."""
    of_form, of_network = taken(f"form:{form_token}", f"from:{neighbourhood}")
    if of_form > FORM_HARD or of_network > ADDRESS_HARD:
        return "hard"
    return "soft" if of_form > FORM_SOFT or of_network > ADDRESS_SOFT else ""


def taken(*names):
    """How many tokens are gone from each of these buckets in this minute, one more included."""
    minute = int(time.time() // MINUTE)
    buckets = [key("capture", name, minute) for name in names]
    try:
        return _counted(server(), buckets)
    except AWAY as trouble:
        logger.warning("nobody counts what comes in, Valkey is away: %s", trouble)
        return [0] * len(names)


def _counted(link, buckets):
    asked = [len(buckets), *buckets, 2 * MINUTE]
    try:
        return link.execute_command("EVALSHA", NAMED, *asked)
    except NoScriptError:  # it was started anew; from now on it knows the name
        return link.execute_command("EVAL", COUNT, *asked)
