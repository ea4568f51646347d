"""As whom PostgreSQL runs: it refuses root, and a user without a name.

"direct": as we are. "namespace": as we are, under the name of nobody in a user namespace, so that
every file stays ours. "nobody": as that user, for root where namespaces are forbidden. The choice
is kept, as the files of one cannot be used by another.
"""

import ctypes
import hashlib
import os
import pwd
import secrets
import shutil
import subprocess
from pathlib import Path

from funnel.local.place import once
from funnel.local.process import die_with_parent
from funnel.local.trouble import Trouble

OUTSIDE = Path("/var/tmp")
NEW_USER_NAMESPACE = 0x10000000


def direct():
    die_with_parent()


def namespace():
    user, group = os.geteuid(), os.getegid()
    if ctypes.CDLL(None).unshare(NEW_USER_NAMESPACE):
        raise OSError("no user namespace")
    nobody = pwd.getpwnam("nobody")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{nobody.pw_uid} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{nobody.pw_gid} {group} 1")
    die_with_parent()


def nobody():
    user = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    die_with_parent()


IDENTITIES = {"direct": direct, "namespace": namespace, "nobody": nobody}


def identity(place):
    """The name in IDENTITIES that this installation has used since it began."""
    return once(place.root / "identity", choose)


def owner(place):
    """Whose the folder of the socket has to be, where that is not ourselves; else None."""
    return pwd.getpwnam("nobody") if identity(place) == "nobody" else None


def home(place):
    """The folder whose folder `cluster` holds the data: in .local, or where nobody can reach it."""
    if not owner(place):
        (place.root / "cluster").mkdir(exist_ok=True)
        return place.root
    checkout = hashlib.sha256(str(place.root).encode()).hexdigest()[:12]
    installation = once(place.root / "installation", lambda: secrets.token_hex(4))
    folder = OUTSIDE / f"funnel-{checkout}-{installation}"
    for old in OUTSIDE.glob(f"funnel-{checkout}-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    (folder / "cluster").mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    os.chown(folder / "cluster", owner(place).pw_uid, owner(place).pw_gid)
    return folder


def choose():
    """Raises Trouble where PostgreSQL cannot run as anybody."""
    if os.geteuid() != 0 and has_name(os.geteuid()):
        return "direct"
    if works(namespace) and not os.environ.get("FUNNEL_NO_USERNS"):
        return "namespace"
    if os.geteuid() == 0 and works(nobody):
        return "nobody"
    raise Trouble(
        "PostgreSQL needs a user with a name in /etc/passwd: add one, or set DATABASE_URL."
    )


def has_name(user):
    try:
        return bool(pwd.getpwuid(user))
    except KeyError:
        return False


def works(become):
    try:
        return (
            subprocess.run(["/bin/sh", "-c", ":"], preexec_fn=become, check=False).returncode == 0
        )
    except (OSError, subprocess.SubprocessError):
        return False
