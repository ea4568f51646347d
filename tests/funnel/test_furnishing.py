"""A command on a database without tables: the checkout's own gets them, another's lack is told."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from funnel.local.furnishing import furnish

CHECKOUT = Path(__file__).resolve().parents[2]
PARTS = ("funnel", "leads", "deals", "reports", "templates", "static")
DAYS = ("--from", "2026-05-01", "--to", "2026-05-31")
NAMED = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "FUNNEL_DATABASE", "PYTHONPATH")


@pytest.fixture
def fresh(tmp_path):
    """The sources alone, as somebody has them who never started anything."""
    for part in PARTS:
        shutil.copytree(CHECKOUT / part, tmp_path / part)
    shutil.copy(CHECKOUT / "manage.py", tmp_path)
    return tmp_path


def manage(where, *words):
    outside = {name: value for name, value in os.environ.items() if name not in NAMED}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=where, env=outside, capture_output=True, text=True)


@pytest.mark.slow
def test_the_first_command_of_a_new_installation_works(fresh):
    first = manage(fresh, "report", "conversion", *DAYS)
    assert first.returncode == 0 and "preparing the database" in first.stderr
    assert json.loads(first.stdout)["rungs"][2]["count"] == 0
    second = manage(fresh, "report", "conversion", *DAYS)
    assert (second.returncode, second.stderr) == (0, "")


def test_a_database_elsewhere_without_tables_is_told_in_one_line(db, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/funnel")
    monkeypatch.setattr(connection.introspection, "table_names", lambda: [])
    with pytest.raises(SystemExit, match="run `manage.py migrate` first") as no:
        furnish(["report", "conversion"])
    assert "\n" not in str(no.value)


@pytest.mark.parametrize("words", [[], ["migrate"], ["--version"], ["report", "--help"]])
def test_what_asks_the_database_nothing_needs_no_tables(words):
    assert furnish(words) is None


def test_a_furnished_database_is_left_alone(db, monkeypatch, capsys):
    for url in ("", "postgres://elsewhere/funnel"):
        monkeypatch.setenv("DATABASE_URL", url)
        furnish(["report", "conversion"])
    assert capsys.readouterr().err == ""
