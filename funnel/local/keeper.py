"""A process of its own that starts one server and stops it when its last user has gone.

Run as `python -m funnel.local.keeper FOLDER SERVER`; it detaches itself.
"""

import os
import signal
import sys
import time
from pathlib import Path

from funnel.local import locks, postgres, valkey
from funnel.local.place import Place
from funnel.local.process import end, wait_until_gone
from funnel.local.sockets import socket_folder
from funnel.local.trouble import Trouble

SERVERS = {"postgres": postgres, "valkey": valkey}
LOG_LIMIT = 5_000_000  # bytes
HEARTBEAT = 0.1  # seconds


def become_owner(place):
    """Root does not keep a server in somebody's folder: its owner does."""
    owner = place.root.stat()
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.setgroups([])
        os.setgid(owner.st_gid)
        os.setuid(owner.st_uid)


def detach(place):
    """Leave the session of whoever started this, and write to the log from here on."""
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    mode = "wb" if place.log.exists() and place.log.stat().st_size > LOG_LIMIT else "ab"
    with place.log.open(mode) as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)


def watch(place, server, users):
    """Return when nobody uses the server any more, when it ended, or when .local is gone."""
    while server.poll() is None and locks.is_same(users, place.run("users")):
        if locks.is_free(users):
            return
        time.sleep(HEARTBEAT)


def serve(place, users):
    """Start the server, say where it is, stop it when `watch` returns; raises Trouble."""
    kind = SERVERS[place.server]
    with socket_folder(place, owner=kind.owner(place)) as folder:
        server = kind.start(place, folder)
        try:
            place.tell(address=kind.address(folder), pid=server.pid)
            watch(place, server, users)
        finally:
            end(server, *(kind.STOP if locks.is_same(users, place.run("users")) else ()))


def keep(place, users):
    """Raises nothing: what went wrong is told in the state, for those who wait."""
    last = place.state().get("pid")
    place.forget()
    detach(place)
    if last:
        wait_until_gone(last, seconds=10)
    try:
        serve(place, users)
    except Trouble as trouble:
        place.tell(error=str(trouble))
    else:
        if locks.is_same(users, place.run("users")):
            place.forget()


def main(root, name):
    os.umask(0o077)
    place = Place(Path(root), name)
    become_owner(place)
    keeping = locks.take(place.run("keeper"), wait=False)
    if keeping is None:
        return
    users = os.open(place.run("users"), os.O_RDONLY | os.O_CLOEXEC)
    keep(place, users)
    os.close(keeping)
    os.close(users)  # last: whoever waits for it must find no keeper


if __name__ == "__main__":
    main(*sys.argv[1:])
