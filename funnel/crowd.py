"""How many came through one door in this minute, counted in the cache."""

import logging
import time

from django.core.cache import cache
from redis.exceptions import RedisError

MINUTE = 60

logger = logging.getLogger(__name__)


def taken(name):
    """Tokens gone from the bucket `name` in this minute, this one included.

    0 without a cache: then nobody is counted.
    """
    key = f"crowd:{name}:{int(time.time() // MINUTE)}"
    try:
        return _counted(key)
    except (RedisError, OSError) as trouble:
        logger.warning("nobody counts strangers, the cache is away: %s", trouble)
        return 0


def _counted(key):
    try:
        return cache.incr(key)
    except ValueError:  # the first of this minute, or the cache has dropped it
        return 1 if cache.add(key, 1, timeout=2 * MINUTE) else cache.incr(key)
