"""bin/demo: Funnel on this machine, from a fresh clone to a page that answers."""

import argparse
import os
import shlex
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from funnel.local import locks
from funnel.local.household import Household, stop_on_signals
from funnel.local.installing import CHECKOUT, enter_venv
from funnel.local.trouble import Trouble

LOCAL = CHECKOUT / ".local"
PATIENCE = 60  # seconds that the web server may take to answer
WEB = shlex.split(
    "-m gunicorn funnel.wsgi --workers 1 --threads 8 --graceful-timeout 4 --timeout 60 "
    "--no-control-socket"
)
CELERY = shlex.split("-m celery -A funnel")
WORKER = shlex.split("worker --concurrency 2 --without-gossip --without-mingle --loglevel INFO")
BEAT = shlex.split("beat --loglevel INFO --pidfile= --schedule")


def parse(arguments):
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__.partition(": ")[2])
    parser.add_argument("--port", type=int, default=8000, help="on 127.0.0.1; 8000 unless told")
    parser.add_argument("--empty", action="store_true", help="a second, bare database")
    parser.add_argument("--reset", action="store_true", help="make the chosen database anew")
    return parser.parse_args(arguments)


def refuse_taken_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Trouble(
                f"port {port} cannot be used ({error}): choose one with --port."
            ) from None


def hold_alone(name):
    """One demo per database: two of them would do everything scheduled twice."""
    from funnel.local.place import open_place

    open_place(LOCAL, "demo")
    if locks.take(LOCAL / "run" / f"demo.{name}", wait=False) is None:
        raise Trouble("this checkout's demo is running already: use it, or stop it first.")


def environment_for(options):
    """What the children are told: the pages are for this machine only."""
    return os.environ | {
        "DEBUG": "off",
        "FUNNEL_LOCAL": "on",
        "BASE_URL": f"http://127.0.0.1:{options.port}",
        "FUNNEL_DATABASE": "empty" if options.empty else "demo",
        "DJANGO_SETTINGS_MODULE": "funnel.settings",
    }


def answers(address):
    """Whether the sign-in page is there."""
    try:
        urllib.request.urlopen(f"{address}/accounts/login/", timeout=5).close()
    except (urllib.error.URLError, OSError):
        return False
    return True


def start_web(household, options):
    household.start("web", *WEB, "--bind", f"127.0.0.1:{options.port}", DATABASE_PATIENCE="page")


def start_scheduled(household):
    household.start("worker", *CELERY, *WORKER, DATABASE_PATIENCE="task")
    schedule = LOCAL / f"beat-{household.environment['FUNNEL_DATABASE']}"
    household.start("beat", *CELERY, *BEAT, str(schedule), DATABASE_PATIENCE="task")


def refuse_ended(household):
    if name := household.ended():
        raise Trouble(f"the {name} process ended: see {household.logs / f'{name}.log'}.")


def wait_for_page(household, address):
    deadline = time.monotonic() + PATIENCE
    while not answers(address):
        refuse_ended(household)
        if time.monotonic() > deadline:
            raise Trouble(f"no page in {PATIENCE} s: see {household.logs / 'web.log'}.")
        time.sleep(0.1)


def serve(household, options):
    """Returns never; KeyboardInterrupt ends it."""
    if options.reset and household.run("reset", "-m", "funnel.local.reset"):
        raise Trouble("the database was not made anew: see above.")
    if household.run("prepare", "-m", "funnel.local.prepare"):
        raise Trouble("the database is not ready: see above.")
    start_web(household, options)  # once tables and static files are there; the year comes beside
    if household.run("sample", "-m", "funnel.local.prepare", "--sample"):
        raise Trouble("the demo year is not loaded: see above.")
    start_scheduled(household)
    wait_for_page(household, household.environment["BASE_URL"])
    print(f"Funnel is ready: {household.environment['BASE_URL']}", flush=True)
    household.run("signins", "-m", "funnel.local.prepare", "--signins")
    while True:
        refuse_ended(household)
        time.sleep(0.5)


def join_servers():
    """Hold them from the first step to the last, so that they are not stopped between two."""
    import environ

    from funnel.local import join

    environ.Env.read_env(CHECKOUT / ".env")
    named = os.environ.get
    join(LOCAL, database=not named("DATABASE_URL"), broker=not named("REDIS_URL"))


def live(options):
    refuse_taken_port(options.port)
    if options.reset and os.environ.get("DATABASE_URL"):
        raise Trouble("--reset is for the embedded database: empty that of DATABASE_URL yourself.")
    enter_venv()
    hold_alone("empty" if options.empty else "demo")
    join_servers()
    household = Household(Path(LOCAL / "log"), environment_for(options))
    try:
        serve(household, options)
    finally:
        household.stop()


def main():
    options = parse(sys.argv[1:])
    stop_on_signals()
    try:
        live(options)
    except Trouble as trouble:
        raise SystemExit(f"bin/demo: {trouble}") from None
    except KeyboardInterrupt:
        print("\nFunnel has stopped.")


if __name__ == "__main__":
    main()
