"""How often strangers may send, counted in Valkey. While that is away nobody is counted."""

import logging
import time

from funnel.valkey import AWAY, key, server

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
    minute, pipe = int(time.time() // MINUTE), server().pipeline(transaction=False)
    for name in names:
        bucket = key("capture", name, minute)
        pipe.incr(bucket)
        pipe.expire(bucket, 2 * MINUTE)
    try:
        return pipe.execute()[::2]
    except AWAY as trouble:
        logger.warning("nobody counts what comes in, Valkey is away: %s", trouble)
        return [0] * len(names)
