"""Two people at one import: nobody imports, or loses, what they have not seen."""

import pytest

from funnel.models import Batch, UploadState
from tests.cast import a_user
from tests.funnel.wizard import at, bring, checked, imported

pytestmark = pytest.mark.django_db
PEOPLE = b"Name,E-Mail,Other\nAda,ada@example.com,x\n"
COLUMNS = {"c0": "name", "c1": "email"}


@pytest.fixture
def upload(client, mara):
    client.force_login(mara)
    return checked(client, bring(client, PEOPLE), **COLUMNS)


@pytest.fixture
def as_adam(client):
    adam = a_user("Adam", "admin")

    def become():
        client.force_login(adam)
        return client

    return become


def test_the_button_imports_only_what_was_seen(client, mara, upload, as_adam):
    page = client.get(at(upload, "import_preview")).content.decode()
    assert f'name="seen" value="{upload.turn}"' in page
    seen = upload.turn
    checked(as_adam(), upload, **COLUMNS, c2="words")
    client.force_login(mara)
    answer = client.post(at(upload, "import_run"), {"seen": seen}, follow=True)
    assert "were changed by Adam" in answer.content.decode()
    upload.refresh_from_db()
    assert (upload.state, Batch.objects.count()) == (UploadState.CHECKED, 0)
    assert imported(client, upload).state == UploadState.DONE


def test_while_another_chooses_columns_nothing_is_imported(client, mara, upload, as_adam):
    said = {"next": 1, **COLUMNS}
    as_adam().post(at(upload, "import_columns"), said)
    client.force_login(mara)
    answer = client.post(at(upload, "import_run"), {"seen": upload.turn}, follow=True)
    assert "were changed by Adam" in answer.content.decode()


def test_throwing_away_asks_first_and_tells_who_it_was(client, mara, upload, as_adam):
    place = at(upload, "import_removal")
    assert "Throw away people.csv?" in as_adam().get(place).content.decode()
    client.post(place)
    client.force_login(mara)
    answer = client.get(at(upload, "import_preview"), follow=True)
    assert answer.status_code == 410
    assert "Adam threw it away" in answer.content.decode()
    assert upload.file_name not in client.get("/imports/").content.decode()
    assert not upload.parts.exists()
