"""Ends the process groups named on its standard input (`+5` adds, `-5` removes) when it ends.

Whoever holds the other end may die without a word: the kernel closes it all the same.
"""

import os
import signal
import sys
import time
from contextlib import suppress

MERCY = 2  # seconds between asking and killing


def tell(groups, sign):
    for group in groups:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, sign)


def alive(groups):
    return [group for group in groups if is_alive(group)]


def is_alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def read(lines):
    groups = set()
    for line in lines:
        (groups.add if line[0] == "+" else groups.discard)(int(line[1:]))
    return groups


def end(groups, mercy=MERCY):
    """Returns when every group is gone or was killed."""
    deadline = time.monotonic() + mercy
    tell(alive(groups), signal.SIGTERM)
    while alive(groups) and time.monotonic() < deadline:
        time.sleep(0.05)
    tell(alive(groups), signal.SIGKILL)


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(read(sys.stdin))
