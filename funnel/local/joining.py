"""Join the servers of this checkout, or start them; leave by ending."""

import fcntl
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from funnel.local import locks
from funnel.local.place import open_place, secret_key
from funnel.local.trouble import Trouble

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds that a first start may take on a busy machine


@dataclass(frozen=True)
class Local:
    """What this checkout offers where the environment names nothing."""

    root: Path
    postgres: str = ""  # the folder of the socket
    valkey: str = ""  # the socket

    def database_url(self, name):
        return f"postgres://funnel@/{self.postgres}/{name}"

    def redis_url(self):
        return f"unix://{self.valkey}?db=0"

    def secret_key(self):
        return secret_key(self.root)


def join(root, *, database, broker):
    """Hold the servers asked for until this process ends; SystemExit with one line if it cannot."""
    try:
        open_place(root, "")
        return Local(
            root,
            postgres=use(root, "postgres") if database else "",
            valkey=use(root, "valkey") if broker else "",
        )
    except Trouble as trouble:
        raise SystemExit(f"Funnel: {trouble}") from None


def use(root, server):
    """The address of `server`, which lives at least as long as this process."""
    place = open_place(root, server)
    locks.take(place.run("users"), fcntl.LOCK_SH)
    starting = locks.take(place.run("start"))
    try:
        if not locks.is_held(place.run("keeper")):
            start_keeper(place)
        return wait_for(place)
    finally:
        os.close(starting)


def start_keeper(place):
    """The keeper leaves this session at once; it takes its lock before this returns."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    subprocess.run(
        [sys.executable, "-m", "funnel.local.keeper", str(place.root), place.server],
        env=environment,
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        check=True,
    )


def wait_for(place):
    """The address that the keeper tells; raises Trouble with its reason, or when it is too late."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        state = place.state()
        if "error" in state:
            raise Trouble(state["error"])
        if "address" in state:
            return state["address"]
        if not locks.is_held(place.run("keeper")):
            raise Trouble(f"the embedded {place.server} ended at its start: see {place.log}.")
        time.sleep(0.02)
    raise Trouble(f"the embedded {place.server} was not ready in {PATIENCE} s: see {place.log}.")
