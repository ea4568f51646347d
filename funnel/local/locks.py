"""Locks that the kernel drops when their holder is gone, however it went."""

import fcntl
import os

from funnel.local.place import give_to_owner


def take(path, how=fcntl.LOCK_EX, *, wait=True):
    """A descriptor that holds `path` locked until it is closed, or None where another has it."""
    while True:
        descriptor = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        give_to_owner(path, of=path.parent)
        try:
            fcntl.flock(descriptor, how if wait else how | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        if is_same(descriptor, path):
            return descriptor
        os.close(descriptor)


def is_same(descriptor, path):
    """Whether `path` is still the file that was opened: .local may be removed at any time."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def is_held(path):
    descriptor = take(path, wait=False)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def is_free(descriptor):
    """Whether nobody else holds the file behind `descriptor`; if so, it is ours from now on."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
