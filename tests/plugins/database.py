"""A database for each process that runs tests, copied from one that is migrated once."""

import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from funnel.local import locks

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = CHECKOUT / ".local" / "run"


def free_slot():
    """The first number whose lock no other running process has; ours until this one ends."""
    LOCKS.mkdir(mode=0o700, parents=True, exist_ok=True)
    return next(
        number
        for number in itertools.count()
        if locks.take(LOCKS / f"tests.{number}", wait=False) is not None
    )


def fingerprint():
    """Changes with every migration, and with the packages that bring some."""
    files = [CHECKOUT / "requirements.txt", *sorted(CHECKOUT.glob("*/migrations/*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:10]


class Server:
    """The embedded server, seen from the database that the settings name."""

    def __init__(self, settings):
        self.settings = settings
        self.link = psycopg2.connect(
            host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"]
        )
        self.link.autocommit = True

    def run(self, command, *names):
        with self.link.cursor() as cursor:
            cursor.execute(sql.SQL(command).format(*map(sql.Identifier, names)))

    def databases(self, prefix):
        with self.link.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname ^@ %s", [prefix])
            return [name for (name,) in cursor.fetchall()]

    def url(self, name):
        return f"postgres://{self.settings['USER']}@/{self.settings['HOST']}/{name}"


def prefix(settings):
    """Two checkouts, or two roles, on one server have nothing in common."""
    whose = f"{CHECKOUT}\n{settings['USER']}"
    return f"test_funnel_{hashlib.sha256(os.fsencode(whose)).hexdigest()[:6]}"


def template(server):
    """The name of a migrated database; made when there is none for these migrations."""
    ours = prefix(server.settings)
    name, unfinished = f"{ours}_template_{fingerprint()}", f"{ours}_unfinished"
    making = locks.take(LOCKS / "tests.template")
    try:
        if name not in server.databases(ours):
            for old in [unfinished, *server.databases(f"{ours}_template_")]:
                server.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", old)
            server.run("CREATE DATABASE {}", unfinished)
            migrate(server.url(unfinished))
            server.run("ALTER DATABASE {} RENAME TO {}", unfinished, name)
    finally:
        os.close(making)
    return name


def migrate(url):
    """In a process of its own, as the settings of this one are made already."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity", "0"],
        env={**os.environ, "DATABASE_URL": url, "FUNNEL_LOCAL": "on"},
        cwd=CHECKOUT,
        check=True,
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """On a server that is not ours nothing is left behind, so there is no template either."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    names = {"NAME": f"{prefix(database)}_{free_slot()}"}
    if not os.environ.get("DATABASE_URL"):
        names["TEMPLATE"] = template(Server(database))
    database["TEST"] = database.get("TEST", {}) | names
