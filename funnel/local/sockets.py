"""Where the sockets lie: the kernel allows 107 bytes for the whole path of one."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

LONGEST = 80
PLAIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")


@contextmanager
def socket_folder(place, *, owner=None):
    """`.local/run`; a private folder under /tmp if that is long or odd, or for another owner."""
    folder = place.root / "run"
    if len(str(folder)) <= LONGEST and set(str(folder)) <= PLAIN and owner is None:
        yield folder
        return
    folder = Path(tempfile.mkdtemp(prefix="funnel-", dir="/tmp"))
    try:
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
