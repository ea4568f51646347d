"""bin/demo from a fresh clone: a whole page, with its styles, and nothing left when it stops."""

import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
READY, STOPPED = 600, 10  # seconds: patience for a busy machine, and what is promised
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def main():
    with tempfile.TemporaryDirectory(prefix="funnel demo ") as folder:  # a path with a space
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", str(CHECKOUT), str(clone)], check=True)
        began = time.monotonic()
        port = free_port()
        demo = subprocess.Popen(
            ["bin/demo", "--port", str(port)], cwd=clone, stdout=subprocess.PIPE, text=True
        )
        try:
            look(ready(demo), began)
        finally:
            stop(demo)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ready(demo):
    """The address that the demo prints."""
    deadline = time.monotonic() + READY
    for line in demo.stdout:
        print(line, end="", flush=True)
        if found := re.match(r"Funnel is ready: (\S+)", line):
            return found[1]
        if time.monotonic() > deadline:
            break
    sys.exit("the demo did not become ready.")


def look(address, began):
    """Every file that the sign-in page names is there."""
    page = read(f"{address}/accounts/login/").decode()
    print(f"Signing in is possible after {time.monotonic() - began:.0f} s.")
    files = FILES.findall(page)
    if not files or not all(read(f"{address}{path}") for path in files):
        sys.exit(f"the sign-in page lacks its files: {files}")


def read(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def stop(demo):
    demo.send_signal(signal.SIGTERM)
    try:
        demo.wait(STOPPED)
    except subprocess.TimeoutExpired:
        demo.kill()
        sys.exit(f"the demo did not stop within {STOPPED} s.")


if __name__ == "__main__":
    main()
