"""The embedded servers: joined, shared and stopped, whatever happens to whoever uses them."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from funnel.local.household import Household
from funnel.local.place import Place
from funnel.local.process import is_running
from tests.funnel.servers import CHECKOUT, ServerUser, keepers_of, servers_of, soon

ELSEWHERE = bool(os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(ELSEWHERE, reason="the servers come from elsewhere"),
]
LONG_NAME = "a path with spaces, a comma and more than eighty characters, as people have them"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("local") / ".local"


@pytest.fixture
def arrive(root):
    users = []

    def arrives(where=root, **environment):
        users.append(ServerUser(where, **environment))
        return users[-1]

    yield arrives
    for user in users:
        user.is_killed()
        user.process.stdin.close()
    assert soon(lambda: not servers_of(root) and not keepers_of(root), 10)


def test_a_starts_b_joins_a_is_killed_b_finishes(arrive):
    a, b = arrive(), arrive()
    assert a.joined() == b.joined()
    a.is_killed()
    assert b.asks("SELECT 1") == (1,)
    assert b.leaves() == ""


def test_whoever_leaves_last_stops_the_servers(arrive, root):
    a, b = arrive(), arrive()
    a.joined(), b.joined()
    a.leaves()
    assert len(servers_of(root)) == 2
    b.leaves()
    assert soon(lambda: not servers_of(root))


def test_who_comes_while_the_last_one_leaves_is_served(arrive):
    leaving = arrive()
    leaving.joined()
    for _ in range(4):
        coming = arrive()
        leaving.leaves()
        coming.joined()
        assert coming.asks("SELECT 1") == (1,)
        leaving = coming


def test_those_who_come_at_once_share_one_server(arrive):
    users = [arrive() for _ in range(5)]
    assert len({user.joined() for user in users}) == 1
    ids = {user.asks("SELECT system_identifier FROM pg_control_system()") for user in users}
    assert len(ids) == 1


def test_one_killed_while_starting_leaves_nothing(arrive, root):
    hasty = arrive()
    assert soon(lambda: keepers_of(root))
    hasty.is_killed()
    assert soon(lambda: not keepers_of(root), 10)


def test_the_servers_go_with_a_killed_keeper_and_come_again(arrive, root):
    user = arrive()
    user.joined()
    server = Place(root, "postgres").state()["pid"]
    os.kill(int(subprocess.check_output(["ps", "-o", "ppid=", "-p", str(server)])), signal.SIGKILL)
    next_one = arrive()
    next_one.joined()
    assert next_one.asks("SELECT 1") == (1,)


def test_a_broker_that_cannot_read_what_it_kept_begins_anew(arrive, root):
    first = arrive()
    first.joined()
    first.leaves()
    assert soon(lambda: not keepers_of(root))
    for kept in root.glob("valkey/appendonlydir/*.rdb"):
        kept.write_bytes(b"not what it was")
    assert arrive().joined()
    assert list(root.glob("valkey.unreadable.*"))


def test_the_role_makes_databases_and_is_no_superuser(arrive):
    user = arrive()
    user.joined()
    question = "SELECT rolcreatedb, rolsuper FROM pg_roles WHERE rolname = current_user"
    assert user.asks(question) == (True, False)


def test_any_path_will_do_and_without_local_everything_is_new(arrive, tmp_path):
    root = tmp_path / LONG_NAME / ".local"
    root.parent.mkdir()
    first = arrive(root)
    first.joined()
    first.asks("CREATE TABLE kept ()")
    shutil.rmtree(root)
    second = arrive(root)
    second.joined()
    assert second.asks("SELECT to_regclass('kept')") == (None,)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_root_without_namespaces_runs_it_as_nobody(arrive, tmp_path):
    root = tmp_path / ".local"
    user = arrive(root, FUNNEL_NO_USERNS="1")
    user.joined()
    assert user.asks("SELECT 1") == (1,)
    assert Path(f"/proc/{servers_of(root)[0]}").owner() == "nobody"
    (outside,) = Path("/var/tmp").glob(f"funnel-*-{(root / 'installation').read_text()}")
    user.leaves()
    assert soon(lambda: not keepers_of(root))
    shutil.rmtree(outside)


def test_no_postgresql_is_one_line_with_the_remedy(arrive, tmp_path):
    user = arrive(tmp_path / ".local", PG_BINDIR=str(tmp_path))
    user.joined()
    complaint = user.leaves()
    assert len(complaint.splitlines()) == 1
    assert "DATABASE_URL" in complaint and "PG_BINDIR" in complaint


STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def test_a_killed_parent_leaves_no_child(tmp_path):
    words = "import sys, time; from pathlib import Path; from funnel.local.household import *;"
    words += "home = Household(Path(sys.argv[1]), {}); home.start('stubborn', '-c', sys.argv[2]);"
    words += "print(home.children['stubborn'].pid, flush=True); time.sleep(60)"
    command = [sys.executable, "-c", words, str(tmp_path), STUBBORN]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE) as parent:
        child = int(parent.stdout.readline())
        parent.kill()
    assert soon(lambda: not is_running(child))


def test_children_that_do_not_listen_are_stopped_all_the_same(tmp_path):
    home = Household(tmp_path, os.environ)
    home.start("stubborn", "-c", STUBBORN)
    child = home.children["stubborn"].pid
    home.stop(mercy=0.5)
    assert not is_running(child)
