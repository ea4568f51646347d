"""What a child process needs so that it never outlives its parent."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

SET_PARENT_DEATH_SIGNAL = 1


def die_with_parent(sign=signal.SIGTERM):
    """To be run in a fresh child. Linux only: elsewhere the leash alone has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, sign)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return not is_zombie(pid)


def is_zombie(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


def wait_until_gone(pid, seconds):
    deadline = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.05)


def end(process, *signals, seconds=5):
    """Send each signal in turn until the child is gone, `seconds` apart; SIGKILL is the last."""
    for sign in (*signals, signal.SIGKILL):
        if process.poll() is None:
            process.send_signal(sign)
            wait_for_child(process, seconds)


def wait_for_child(process, seconds):
    deadline = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
