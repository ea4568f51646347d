import pytest
from django.core.management import call_command

from deals.reasons import REASONS
from funnel.models import Reason
from leads.reasons import seed
from tests.cast import a_user

pytest_plugins = [
    "tests.plugins.absent",
    "tests.plugins.browser",
    "tests.plugins.database",
    "tests.plugins.isolation",
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("sync_roles", verbosity=0)


@pytest.fixture(autouse=True)
def _reasons_and_roles(request):
    """A test that commits empties the tables; the next finds roles and reasons again."""
    marker = request.node.get_closest_marker("django_db")
    if marker is None:
        return
    request.getfixturevalue("transactional_db" if marker.kwargs.get("transaction") else "db")
    if not Reason.objects.exists():
        seed(Reason)
        seed(Reason, REASONS)
    call_command("sync_roles", verbosity=0)


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
