import pytest

from tests.cast import a_user


@pytest.fixture
def solo(db):
    """One person who is both sides."""
    return a_user("Solveig", "marketer", "salesperson", team="All")
