"""Runs the fast suite on servers that are not ours, and says which they were or why none."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import redis

DATABASE, BROKER = "postgres://postgres@127.0.0.1:5432/postgres", "redis://127.0.0.1:6379"
OLDEST_POSTGRES, OLDEST_REDIS = 15, 7
ROLE = "funnel_ci"
FAST = "not browser and not slow"  # with the races: each server decides them


def versions(database, broker):
    """The major versions of both; raises what the drivers raise."""
    link = psycopg2.connect(database, connect_timeout=5)
    postgres = link.server_version // 10000
    link.close()
    told = redis.Redis.from_url(broker, socket_connect_timeout=5).info("server")
    return postgres, told.get("valkey_version") or told["redis_version"]


def as_ordinary_role(database):
    """The same server as a role that may make databases and nothing else."""
    link = psycopg2.connect(database)
    link.autocommit = True
    with link.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            return database
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{ROLE}'")
    link.close()
    parts = urlsplit(database)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{ROLE}:{ROLE}@{host}"))


def main():
    named = "CI_DATABASE_URL" in os.environ and "CI_REDIS_URL" in os.environ
    database = os.environ["CI_DATABASE_URL"] if named else DATABASE
    broker = os.environ["CI_REDIS_URL"] if named else BROKER
    try:
        postgres, key_store = versions(database, broker)
    except (psycopg2.Error, redis.RedisError) as error:
        print(f"None ran: {str(error).strip().splitlines()[0]}")
        return int(named)
    if postgres < OLDEST_POSTGRES or int(key_store.split(".")[0]) < OLDEST_REDIS:
        print(f"None ran: PostgreSQL {postgres} and Redis or Valkey {key_store} are too old.")
        return int(named)
    print(f"PostgreSQL {postgres}, Redis or Valkey {key_store}", flush=True)
    ours = {"DATABASE_URL": as_ordinary_role(database), "REDIS_URL": broker}
    return subprocess.run(["bin/test", "-m", FAST], env=os.environ | ours, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
