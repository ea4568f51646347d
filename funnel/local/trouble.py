import errno
import os


class Trouble(Exception):
    """Why the embedded servers cannot serve: one line that ends with the remedy."""


def trouble_with(what, log):
    """The Trouble that the last words of `log` tell, written since this start."""
    words = log.read_text(errors="replace")[-4000:] if log.exists() else ""
    if os.strerror(errno.ENOSPC) in words:
        return Trouble(f"the disk is full, {what} cannot start: free some space and start again.")
    last = words.strip().rpartition("\n")[2]
    return Trouble(f"{what} does not start ({last}): see {log}.")
