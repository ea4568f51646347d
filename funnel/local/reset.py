"""Make the chosen database of this checkout anew, and empty its queue and cache."""

import os

import django
import psycopg2
import redis
from django.conf import settings
from psycopg2 import sql


def reset():
    chosen = settings.DATABASES["default"]
    name = sql.Identifier(chosen["NAME"])
    link = psycopg2.connect(host=chosen["HOST"], user=chosen["USER"], dbname="postgres")
    link.autocommit = True
    with link.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(name))
    link.close()
    for address in (settings.REDIS_URL, settings.CACHE_URL):
        redis.Redis.from_url(address).flushdb()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "funnel.settings"
    django.setup()
    reset()
