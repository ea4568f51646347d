"""A database without tables is furnished, or told of, before a command asks it for something."""

import io
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from funnel.local import locks
from funnel.local.place import open_place

ASK_NOTHING = {
    *("help", "version", "check", "diffsettings", "collectstatic", "findstatic", "sendtestemail"),
    *("migrate", "makemigrations", "showmigrations", "sqlmigrate", "squashmigrations"),
    *("dbshell", "flush", "sqlflush", "test", "makemessages", "compilemessages", "pgtrigger"),
}


def furnish(words):
    """Before `manage.py words…`: the embedded database gets its tables; another's lack is told."""
    if not words or words[0] in ASK_NOTHING or words[0].startswith("-") or "--help" in words:
        return
    django.setup()
    if os.environ.get("DATABASE_URL"):
        refuse_bare()
    elif is_behind():
        prepare_embedded()


def refuse_bare():
    if not connection.introspection.table_names():
        raise SystemExit("Funnel: this database has no tables yet: run `manage.py migrate` first.")


def is_behind():
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare_embedded():
    """Tables and roles, made by one process while the others wait."""
    place = open_place(settings.LOCAL_DIR, "tables")
    held = locks.take(place.run(settings.DATABASES["default"]["NAME"]))
    try:
        if is_behind():
            print("Funnel: preparing the database of this checkout …", file=sys.stderr, flush=True)
            call_command("migrate", interactive=False, verbosity=0)
            call_command("sync_roles", stdout=io.StringIO())
    finally:
        os.close(held)
