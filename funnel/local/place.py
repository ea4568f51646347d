"""Where one embedded server of this checkout keeps its things."""

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from funnel.local.trouble import Trouble


@dataclass(frozen=True)
class Place:
    root: Path  # the checkout's .local
    server: str  # "postgres" or "valkey"

    def run(self, kind):
        return self.root / "run" / f"{self.server}.{kind}"

    @property
    def log(self):
        return self.root / "log" / f"{self.server}.log"

    @property
    def data(self):
        return self.root / self.server

    def state(self):
        """What the keeper last said: {} or a dict of pid, sockets, or of error."""
        try:
            return json.loads(self.run("state").read_text())
        except (FileNotFoundError, ValueError):
            return {}

    def tell(self, **state):
        fresh = self.run("state.new")
        fresh.write_text(json.dumps(state))
        fresh.replace(self.run("state"))

    def forget(self):
        self.run("state").unlink(missing_ok=True)


def open_place(root, server):
    """Make the folders; raises Trouble where this user may not."""
    try:
        for folder in (root, root / "run", root / "log"):
            folder.mkdir(mode=0o700, exist_ok=True)
            give_to_owner(folder, of=root.parent if folder == root else root)
    except OSError as error:
        raise Trouble(f"{root} cannot be written ({error.strerror}): free or change it.") from None
    if root.stat().st_uid != os.geteuid() and os.geteuid() != 0:
        raise Trouble(f"{root} belongs to another user: run this as its owner, or remove it.")
    return Place(root, server)


def give_to_owner(path, *, of):
    """Root at work in somebody's .local leaves nothing there that its owner cannot use."""
    owner = of.stat()
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.chown(path, owner.st_uid, owner.st_gid)


def once(path, make):
    """The text of `path`, private to its owner; written by `make()` the first time."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(make())
        give_to_owner(fresh, of=path.parent)
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text()


def secret_key(root):
    return once(root / "secret_key", lambda: secrets.token_urlsafe(64))
