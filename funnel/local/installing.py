"""Make .venv and fill it from the locks. Runs under any Python 3.11+, with nothing installed."""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from funnel.local.process import die_with_parent
from funnel.local.trouble import Trouble

CHECKOUT = Path(__file__).resolve().parents[2]
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME, SERVERS, TESTS = "requirements.txt", "requirements-local.txt", "requirements-dev.txt"
STAMP = VENV / "installed.sha256"
COMPILED = CHECKOUT / ".local" / "pycache"
PIP = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    "--no-compile",
]
PINNED = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--retries=2", "--timeout=15"]
OFFLINE = re.compile(
    r"NewConnectionError|NameResolution|Temporary failure|Network is unreachable|ConnectTimeout|"
    r"Connection refused|ProxyError|Read timed out"
)


def enter_venv(*more):
    """Go on as .venv's Python with everything installed, and the lists `more`. Raises Trouble."""
    named = os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")
    lists = [RUNTIME, *more] if named else [RUNTIME, SERVERS, *more]
    directory = os.open(CHECKOUT, os.O_RDONLY | os.O_CLOEXEC)
    fcntl.flock(directory, fcntl.LOCK_EX)  # a demo and a test may begin at the same time
    try:
        if not works():
            make_venv()
        install(lists)
    finally:
        os.close(directory)
    keep_compiled()
    if Path(sys.prefix).resolve() != VENV.resolve():
        module = sys.modules["__main__"].__spec__.name
        os.execv(PYTHON, [str(PYTHON), "-m", module, *sys.argv[1:]])


def keep_compiled():
    """Each process that starts here compiles only what no other has: seconds, for Django.

    Beside the sources nothing is written, so this also holds where that is not wanted.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(COMPILED)


def works():
    probe = [PYTHON, "-c", "import pip"]
    return (
        PYTHON.exists() and not subprocess.run(probe, capture_output=True, check=False).returncode
    )


def make_venv():
    say("making .venv")
    made = run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        refuse_full_disk(made.stdout)
        version = "{}.{}".format(*sys.version_info)
        raise Trouble(
            f"this Python cannot make a virtual environment: install its venv module "
            f"(on Debian and Ubuntu: apt-get install python{version}-venv) and start again."
        )


def install(lists):
    """Nothing is done where the locks are those of the last time."""
    wanted = {name: digest(name) for name in lists}
    installed = dict(line.split() for line in read(STAMP).splitlines())
    missing = [name for name in lists if installed.get(name) != wanted[name]]
    if not missing:
        return
    say(f"installing {', '.join(missing)}")
    for name in missing:
        if pip(name):
            installed[name] = wanted[name]
        STAMP.write_text("".join(f"{name} {value}\n" for name, value in installed.items()))


def pip(name):
    """Whether the list is installed: the servers may be missing where others are named."""
    done = run([str(PYTHON), *PIP, *PINNED, "--requirement", str(CHECKOUT / name)])
    if not done.returncode:
        return True
    refuse_full_disk(done.stdout)
    if OFFLINE.search(done.stdout):
        raise Trouble("the package index cannot be reached: connect to the network, start again.")
    if name == SERVERS and "No matching distribution" in done.stdout:
        return refuse_without_servers(os.environ)
    last = done.stdout.strip().rpartition("\n")[2]
    raise Trouble(f"{name} cannot be installed ({last}): mend that and start again.")


def refuse_without_servers(environ):
    if environ.get("DATABASE_URL") or environ.get("PG_BINDIR"):
        return False
    raise Trouble(
        "there is no embedded PostgreSQL or Valkey for this platform: set DATABASE_URL and "
        "REDIS_URL to servers, or PG_BINDIR to the folder of initdb and postgres."
    )


def refuse_full_disk(words):
    if "No space left on device" in words:
        raise Trouble(f"the disk is full: free some space under {CHECKOUT} and start again.")


def run(command):
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        preexec_fn=die_with_parent,
    )


def digest(name):
    return hashlib.sha256((CHECKOUT / name).read_bytes()).hexdigest()


def read(path):
    return path.read_text() if path.exists() else ""


def say(words):
    print(f"Funnel: {words} …", flush=True)
