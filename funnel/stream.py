"""What waits in Valkey until a worker has written it into PostgreSQL.

It lies beside the queue and not in the cache, which anybody may empty. Reading takes nothing away:
whoever has written a thing says so (`done`), and two who read the same do no harm if it can be
written once only.
"""

import json
from functools import cache

from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

AWAY = (RedisError, OSError)  # what the functions here raise while the server is away
PATIENCE = 0.5  # seconds
PREFIX = "funnel:stream"


@cache
def _server():
    return Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
        retry=Retry(NoBackoff(), 1),  # a pooled link may have died unnoticed
        decode_responses=True,
    )


def put(name, thing):
    """Append `thing` (what JSON can say) to the stream `name`."""
    _server().execute_command("XADD", _key(name), "*", "it", json.dumps(thing))


def waiting(name, most):
    """{key: thing} of the oldest that wait, at most `most`."""
    found = _server().xrange(_key(name), count=most)
    return {key: json.loads(fields["it"]) for key, fields in found}


def done(name, keys):
    """These are written: they wait no longer."""
    if keys:
        _server().xdel(_key(name), *keys)


def _key(name):
    return f"{PREFIX}:{name}"
