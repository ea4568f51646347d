import pytest

from funnel.models import RoleScope
from funnel.permissions import Scope
from tests.cast import a_user


@pytest.fixture
def agency(db):
    """An outside agency: a marketer who sees only its own campaigns."""
    RoleScope.objects.create(role="marketer", scope=Scope.OWN)
    return a_user("Agnes", "marketer")


@pytest.fixture
def solo(db):
    """One person who is both sides."""
    return a_user("Solveig", "marketer", "salesperson", team="All")
