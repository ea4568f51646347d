"""Bring a database and the static files up to date, and say who signs in.

Run as `python -m funnel.local.prepare` with the environment of the demo.
"""

import datetime
import io
import os
import secrets
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from funnel.local.place import once
from funnel.local.signins import FIRST_ADMIN, PASSWORD, SIGNINS

OLD_AFTER = datetime.timedelta(days=7)


def collect_static_when_changed():
    stamp = settings.STATIC_ROOT.with_name("static.stamp")
    now = "\n".join(sorted(static_files()))
    if stamp.exists() and stamp.read_text() == now and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)


def static_files():
    """A line for each file: its path, size and time of change."""
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            yield f"{path} {found.st_size} {found.st_mtime_ns}"


def load_sample():
    """The demo year, unless it is there."""
    from funnel.models import Organisation

    if not Organisation.current().sample_until:
        print("Funnel: loading the demo year …", flush=True)
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit TO off")
        call_command("load_demo", verbosity=0)
    last = Organisation.current().sample_until
    if last and datetime.date.today() - last > OLD_AFTER:
        print(f"The demo year ended on {last}: `bin/demo --reset` makes a new one.")


def demo_signins():
    for email, role in SIGNINS:
        print(f"  {role:12} {email}  {PASSWORD}")


def first_admin():
    """An administrator for the bare database, with a password nobody else has."""
    from django.contrib.auth.models import Group

    from funnel.models import User

    kept = settings.LOCAL_DIR / "first_admin"
    if not User.objects.exists():
        kept.unlink(missing_ok=True)
        password = once(kept, lambda: secrets.token_urlsafe(9))
        admin = User.objects.create_superuser(FIRST_ADMIN, "Admin", password)
        admin.groups.add(Group.objects.get(name="admin"))
    password = kept.read_text() if kept.exists() else ""
    admin = User.objects.filter(email=FIRST_ADMIN).first()
    if admin:
        shown = password if admin.check_password(password) else "(with your password)"
        print(f"  admin        {FIRST_ADMIN}  {shown}")


def prepare():
    call_command("migrate", interactive=False, verbosity=0)
    call_command("sync_roles", stdout=io.StringIO())
    collect_static_when_changed()
    if not settings.EMPTY:
        load_sample()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "funnel.settings"
    django.setup()
    if "--signins" in sys.argv:
        (first_admin if settings.EMPTY else demo_signins)()
    else:
        prepare()
