"""A parent with children that never outlive it."""

import signal
import subprocess
import sys
import time

from funnel.local import leash
from funnel.local.installing import CHECKOUT, PYTHON
from funnel.local.process import die_with_parent


class Household:
    """Child processes, each the head of its own group, with a log each."""

    def __init__(self, logs, environment):
        self.logs, self.environment, self.children = logs, environment, {}
        self.leash = subprocess.Popen(
            [sys.executable, "-m", "funnel.local.leash"],
            stdin=subprocess.PIPE,
            start_new_session=True,
            cwd=CHECKOUT,
            text=True,
        )

    def start(self, name, *command, **environment):
        """Run `python command…` beside the others."""
        with (self.logs / f"{name}.log").open("w") as log:
            self._start(name, command, environment, stdout=log, stderr=subprocess.STDOUT)

    def run(self, name, *command, **environment):
        """Wait for `python command…`, which speaks for itself; its exit status."""
        child = self._start(name, command, environment)
        child.wait()
        self._tell("-", self.children.pop(name))
        return child.returncode

    def _start(self, name, command, environment, **streams):
        child = subprocess.Popen(
            [str(PYTHON), *command],
            env={**self.environment, **environment},
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,
            **streams,
        )
        self._tell("+", child)
        self.children[name] = child
        return child

    def _tell(self, sign, child):
        print(f"{sign}{child.pid}", file=self.leash.stdin, flush=True)

    def ended(self):
        """The name of a child that is gone, or None."""
        return next(
            (name for name, child in self.children.items() if child.poll() is not None), None
        )

    def stop(self, mercy=5):
        """Ask, wait up to `mercy` seconds, then kill what is left."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + mercy
        while any(child.poll() is None for child in self.children.values()):
            if time.monotonic() > deadline:
                leash.tell([child.pid for child in self.children.values()], signal.SIGKILL)
            time.sleep(0.05)
        for child in self.children.values():
            self._tell("-", child)
        self.leash.stdin.close()
        self.leash.wait()


def stop_on_signals():
    """SIGINT, SIGTERM and SIGHUP end this process by KeyboardInterrupt."""

    def interrupt(*_):
        raise KeyboardInterrupt

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupt)
