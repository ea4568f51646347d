"""bin/test: the set-up of the demo, then every test."""

import os
import sys

from funnel.local.installing import CHECKOUT, PYTHON, TESTS, enter_venv
from funnel.local.trouble import Trouble

USAGE = """\
usage: bin/test [--fast] [pytest arguments]

--fast leaves out pages, the browser, races and what takes long. Everything else goes to pytest:
  bin/test tests/leads -k qualify       only these, in two processes
  bin/test -n 0 --pdb                   in one process
FUNNEL_CHROMIUM names a Chromium, FUNNEL_DATA the folder of the real files.
"""
FAST = "not page and not browser and not slow and not race"
TWO_PROCESSES = ["-n", "2", "--dist", "worksteal"]


def pytest_arguments(arguments):
    """What pytest is given for what bin/test was given."""
    fast = ["-m", FAST] if "--fast" in arguments else []
    own = [word for word in arguments if word != "--fast"]
    return [*TWO_PROCESSES, *fast, *own]


def main(arguments):
    if "--help" in arguments or "-h" in arguments:
        print(USAGE, end="")
        return
    try:
        enter_venv(TESTS)
    except Trouble as trouble:
        raise SystemExit(f"bin/test: {trouble}") from None
    os.environ["FUNNEL_LOCAL"] = "on"
    os.chdir(CHECKOUT)
    os.execv(PYTHON, [str(PYTHON), "-m", "pytest", *pytest_arguments(arguments)])


if __name__ == "__main__":
    main(sys.argv[1:])
