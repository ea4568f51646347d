import pytest
from django.db import connection
from pytest_django.plugin import blocking_manager_key

from deals.reasons import REASONS
from funnel.management.commands.sync_roles import sync_roles
from funnel.models import Reason, RoleScope
from funnel.permissions import Scope
from leads.links.usual import seed as seed_utm
from leads.models import UtmAlias, UtmValue
from leads.reasons import seed
from tests.cast import a_user

pytest_plugins = [
    "tests.plugins.absent",
    "tests.plugins.browser",
    "tests.plugins.database",
    "tests.plugins.isolation",
    "tests.plugins.pages",
    "tests.plugins.patience",
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        furnish()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(LEAVE)  # a live server's threads may still be in it


LEAVE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND backend_type = 'client backend'"""


def furnish():
    """Roles, reasons and the usual UTM values are there."""
    seed(Reason)
    seed(Reason, REASONS)
    seed_utm(UtmValue, UtmAlias)
    sync_roles()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test that commits empties the tables; the next finds what is always there.

    After the last one the test database is gone, and the connection is to the real one.
    """
    yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            furnish()


@pytest.fixture
def mara(db):
    return a_user("Mara", "marketer")


@pytest.fixture
def sam(db):
    return a_user("Sam", "salesperson", team="North")


@pytest.fixture
def ben(db):
    return a_user("Ben", "salesperson", team="North")


@pytest.fixture
def ana(db):
    return a_user("Ana", "analyst")


@pytest.fixture
def greta(db):
    return a_user("Greta", "manager")


@pytest.fixture
def adam(db):
    return a_user("Adam", "admin")


@pytest.fixture
def zoe(db):
    return a_user("Zoe")


@pytest.fixture
def agency(db):
    """An outside agency: a marketer who sees only its own campaigns."""
    RoleScope.objects.create(role="marketer", scope=Scope.OWN)
    return a_user("Agnes", "marketer")
