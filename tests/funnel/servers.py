"""Processes that use the embedded servers of a folder, for the tests about them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2

from funnel.local import locks
from funnel.local.place import Place
from funnel.local.process import is_running

CHECKOUT = Path(__file__).resolve().parents[2]
USER = """
import sys
from pathlib import Path
from funnel.local import join
local = join(Path(sys.argv[1]), database=True, broker=True)
print(local.postgres, flush=True)
sys.stdin.read()
"""


class ServerUser:
    """A process that joins the servers at `root` and stays until it is told to leave."""

    def __init__(self, root, **environment):
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(root)],
            env={**os.environ, **environment},
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def joined(self):
        """The folder of PostgreSQL's socket; waits until the servers are there."""
        self.sockets = self.process.stdout.readline().strip()
        return self.sockets

    def asks(self, question):
        link = psycopg2.connect(host=self.sockets, user="funnel", dbname="funnel")
        with link.cursor() as cursor:
            cursor.execute(question)
            answer = cursor.fetchone() if cursor.description else None
        link.commit()
        link.close()
        return answer

    def leaves(self):
        """What it complained about."""
        return self.process.communicate(timeout=30)[1]

    def is_killed(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=30)


def servers_of(root):
    """The process ids of the servers that run for `root`."""
    told = [Place(root, server).state().get("pid") for server in ("postgres", "valkey")]
    return [pid for pid in told if pid and is_running(pid)]


def keepers_of(root):
    places = [Place(root, server).run("keeper") for server in ("postgres", "valkey")]
    return [path for path in places if path.exists() and locks.is_held(path)]


def soon(found, seconds=5):
    """Whether `found()` becomes true in time."""
    deadline = time.monotonic() + seconds
    while not found() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(found())
