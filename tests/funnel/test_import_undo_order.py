"""An import that a later one wrote over is undone after it, and its undo is not spent before."""

import pytest

from funnel.models import UploadState
from leads.models import Person
from tests.funnel.wizard import RULES, at, bring, checked, imported

pytestmark = pytest.mark.django_db
FIRST = b"Name,E-Mail\nAda,ada@example.com\nBo,bo@example.com\n"
SECOND = b"Name,E-Mail\nAda Berg,ada@example.com\nBo Cole,bo@example.com\n"
COLUMNS = {"c0": "name", "c1": "email"}


@pytest.fixture
def both(client, mara, monkeypatch):
    client.force_login(mara)
    first = imported(client, checked(client, bring(client, FIRST, kind="people"), **COLUMNS))
    second = checked(client, bring(client, SECOND, kind="people"), **COLUMNS)
    client.post(at(second, "import_rules"), RULES | {"p_name": "overwrite", "p_email": "fill"})
    second.refresh_from_db()
    return first, imported(client, second)


def undone(client, upload):
    client.post(at(upload, "import_undo"))
    return imported(client, upload, route=None)


def test_undoing_the_earlier_first_is_told_and_not_spent(client, both):
    first, second = both
    page = client.get(at(first, "import_undo")).content.decode()
    assert "undo that one first" in page
    assert at(second, "import_undo") in page
    assert undone(client, first).state == UploadState.DONE
    assert Person.objects.count() == 2


def test_the_later_and_then_the_earlier_leave_nothing(client, both):
    first, second = both
    undone(client, second)
    assert sorted(map(str, Person.objects.all())) == ["Ada", "Bo"]
    assert undone(client, first).state == UploadState.UNDONE
    assert not Person.objects.exists()
