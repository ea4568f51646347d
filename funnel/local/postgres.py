"""The embedded PostgreSQL: a socket, no port, one plain role, two databases."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from funnel.local.binaries import postgres_folder, reachable
from funnel.local.identity import IDENTITIES, home, identity, owner
from funnel.local.process import end
from funnel.local.trouble import Trouble, trouble_with

__all__ = ["STOP", "address", "owner", "start"]

STOP = (signal.SIGINT, signal.SIGQUIT)  # fast, then immediate
PATIENCE = 60  # seconds
FIRST_WORDS = b"""\
CREATE ROLE funnel LOGIN CREATEDB;
CREATE DATABASE funnel OWNER funnel;
CREATE DATABASE funnel_empty OWNER funnel;
"""
# Whoever can open the folder of the socket is trusted, and only its owner can.
CLUSTER = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-instructions"]
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "150",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


@dataclass(frozen=True)
class Programs:
    """One installation of PostgreSQL and how to run its programs."""

    folder: Path
    become: object  # run in the child, before the program

    def run(self, name, *arguments, said=None):
        """Wait for the program; raises CalledProcessError. What it says goes to the log."""
        subprocess.run(self.command(name, arguments), input=said, check=True, **self.child())

    def begin(self, name, *arguments):
        return subprocess.Popen(
            self.command(name, arguments), stdin=subprocess.DEVNULL, **self.child()
        )

    def command(self, name, arguments):
        return [str(self.folder / name), *map(str, arguments)]

    def child(self):
        kept = {name: value for name, value in os.environ.items() if name[:2] != "PG"}
        return {"env": kept | {"LC_ALL": "C"}, "preexec_fn": self.become, "cwd": "/", "stdout": 1}

    def version(self):
        """The major version, a number."""
        words = subprocess.check_output(
            [self.folder / "postgres", "--version"], text=True, preexec_fn=self.become
        )
        return int(words.split()[2].split(".")[0])


def address(folder):
    return str(folder)


def start(place, folder):
    """The running server's process, ready for connections; raises Trouble."""
    become = IDENTITIES[identity(place)]
    programs = Programs(reachable(postgres_folder(), become, home(place)), become)
    data = home(place) / "cluster" / "postgres"
    if not data.exists():
        make_cluster(place, programs, data)
    refuse_other_version(programs, data)
    settings = SETTINGS | {"unix_socket_directories": folder}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    server = programs.begin("postgres", "-D", data, "-p", "5432", *options)
    wait_until_ready(place, server, data)
    return server


def make_cluster(place, programs, data):
    """A whole cluster or none: it gets its name when it is finished."""
    fresh = data.with_name("unfinished")
    shutil.rmtree(fresh, ignore_errors=True)
    builtin = ["--locale-provider=builtin"] if programs.version() >= 17 else []
    try:
        programs.run("initdb", "-D", fresh, "--locale=C.UTF-8", *builtin, *CLUSTER)
        programs.run("postgres", "--single", "-D", fresh, "postgres", said=FIRST_WORDS)
    except subprocess.CalledProcessError:
        raise trouble_with("PostgreSQL", place.log) from None
    fresh.rename(data)


def refuse_other_version(programs, data):
    made_by = int((data / "PG_VERSION").read_text())
    if made_by != programs.version():
        raise Trouble(
            f"{data} was made by PostgreSQL {made_by}, and this is {programs.version()}: "
            "set PG_BINDIR to the older one, or remove .local to begin anew."
        )


def wait_until_ready(place, server, data):
    deadline = time.monotonic() + PATIENCE
    while not is_ready(data, server.pid):
        if server.poll() is not None or time.monotonic() > deadline:
            end(server)
            raise trouble_with("PostgreSQL", place.log)
        time.sleep(0.02)


def is_ready(data, pid):
    """PostgreSQL writes its number on the first line of this file and its state on the eighth."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"
