"""Bring a database and the static files up to date, and say who signs in.

Run as `python -m funnel.local.prepare` with the environment of the demo.
"""

import datetime
import errno
import io
import os
import secrets
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

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
    """The demo year, into a database that nobody can sign in to yet; none into the bare one."""
    from funnel.models import Organisation

    if settings.EMPTY:
        return
    if not somebody():
        print("Funnel: loading the demo year …", flush=True)
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit TO off")
        try:
            call_command("load_demo", verbosity=0)
        except CommandError as refusal:
            print(f"Funnel: no demo year here. {refusal}")
    last = Organisation.current().sample_until
    if last and datetime.date.today() - last > OLD_AFTER:
        print(f"The demo year ended on {last}: `bin/demo --reset` makes a new one.")


def somebody(**which):
    """Those of `which` who may sign in."""
    from funnel.models import User

    return User.objects.filter(is_active=True, **which)


def tell_signins():
    """One sign-in for each role of the demo; without a demo, the first administrator's."""
    known = dict(somebody(email__in=dict(SIGNINS)).values_list("email", "id"))
    for email, role in SIGNINS:
        if email in known:
            print(f"  {role:12} {email}  {PASSWORD}")
    if not known:
        tell_first_admin()


def tell_first_admin():
    """Where nobody can sign in, an administrator with a password that nobody else has."""
    from django.contrib.auth.models import Group

    from funnel.models import User

    kept = settings.LOCAL_DIR / f"first_admin.{settings.DATABASES['default']['NAME']}"
    if not somebody():
        kept.unlink(missing_ok=True)
        password = once(kept, lambda: secrets.token_urlsafe(9))
        admin = User.objects.create_superuser(FIRST_ADMIN, "Admin", password)
        admin.groups.add(Group.objects.get(name="admin"))
    password = kept.read_text() if kept.exists() else ""
    for admin in somebody(email=FIRST_ADMIN):
        shown = password if admin.check_password(password) else "(with your password)"
        print(f"  {'admin':12} {FIRST_ADMIN}  {shown}")


def prepare():
    call_command("migrate", interactive=False, verbosity=0)
    call_command("sync_roles", stdout=io.StringIO())
    collect_static_when_changed()


def fill(write):
    """Do what takes space; a full disk is told in one line."""
    try:
        write()
    except (OSError, OperationalError) as error:
        if os.strerror(errno.ENOSPC) not in str(error):
            raise
        raise SystemExit("Funnel: the disk is full: free some space, start again.") from None


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "funnel.settings"
    django.setup()
    if "--signins" in sys.argv:
        tell_signins()
    elif "--sample" in sys.argv:
        fill(load_sample)
    else:
        fill(prepare)
