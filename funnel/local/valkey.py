"""The embedded Valkey: broker and cache behind one socket, no port."""

import signal
import socket
import subprocess
import time

from funnel.local.binaries import valkey_program
from funnel.local.process import die_with_parent, end
from funnel.local.trouble import trouble_with

STOP = (signal.SIGTERM,)
PATIENCE = 60  # seconds
SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "appendonly": "yes",
    "save": "",
    "maxmemory-policy": "noeviction",
    "daemonize": "no",
}


def owner(place):
    return None


def address(folder):
    return str(folder / "valkey.sock")


def start(place, folder):
    """The running server's process, ready for connections; raises Trouble.

    What it kept carries hints and no truth: unreadable, it is put aside.
    """
    data = place.root / "valkey"
    data.mkdir(exist_ok=True)
    server = begin(data, address(folder))
    if server is None:
        data.rename(data.with_name(f"valkey.unreadable.{int(time.time())}"))
        data.mkdir()
        server = begin(data, address(folder))
    if server is None:
        raise trouble_with("Valkey", place.log)
    return server


def begin(data, path):
    """The server when it answers, None when it ends or is silent for too long."""
    settings = SETTINGS | {"unixsocket": path}
    options = [word for name, value in settings.items() for word in (f"--{name}", value)]
    server = subprocess.Popen(
        [str(valkey_program()), *options],
        stdin=subprocess.DEVNULL,
        cwd=data,
        preexec_fn=die_with_parent,
    )
    deadline = time.monotonic() + PATIENCE
    while not answers(path):
        if server.poll() is not None or time.monotonic() > deadline:
            end(server)
            return None
        time.sleep(0.02)
    return server


def answers(path):
    """Whether it is there and has finished reading its data."""
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(2)
            link.connect(path)
            link.sendall(b"PING\r\n")
            return link.recv(16).startswith(b"+PONG")
    except OSError:
        return False
