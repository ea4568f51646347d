"""Funnel served for a benchmark by one worker of gunicorn."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

GUNICORN = ["-m", "gunicorn", "funnel.wsgi", "--workers", "1", "--threads"]
QUIET = ["--no-control-socket", "--log-level", "warning"]


@contextmanager
def server(threads=2):
    """Funnel on a free port, with the database of this benchmark."""
    from django.db import connection

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    named = {"BENCH_DATABASE": connection.settings_dict["NAME"], "DATABASE_PATIENCE": "page"}
    command = [sys.executable, *GUNICORN, str(threads), *QUIET, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, env=os.environ | named)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port):
    for _try in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")
