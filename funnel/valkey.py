"""The queue's database in Valkey, for what has to be fast and may not be lost: a cache may be
emptied, or drop what it has no room for."""

from functools import cache

from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

AWAY = (RedisError, OSError)  # what the server's functions raise while it is away
PATIENCE = 0.5  # seconds
PREFIX = "funnel"


@cache
def server():
    return Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
        retry=Retry(NoBackoff(), 1),  # a pooled link may have died unnoticed
        decode_responses=True,
    )


def key(*parts):
    return ":".join([PREFIX, *map(str, parts)])
