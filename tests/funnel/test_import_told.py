"""The result of an import names the rows that are odd, and leads to what it made."""

import pytest
from django.urls import reverse

from leads.models import Person
from tests.funnel.wizard import at, bring, checked, imported
from tests.story import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(client, mara):
    client.force_login(mara)
    data = f"Name,E-mail\n{'a' * 300},a@x.example\n".encode()
    upload = bring(client, data)
    return imported(client, checked(client, upload, c0="name", c1="email"))


def test_what_was_cut_is_told_with_its_row(client, result):
    page = client.get(at(result, "import")).content.decode()
    assert "Row 2: Name: cut from 300 to 200 characters." in page


def test_the_preview_told_it_before(result):
    assert ["row 2", "", "", "Name: cut from 300 to 200 characters."] in result.told["changes"]


def test_it_leads_to_whom_it_brought(client, result):
    a_person(name="Somebody else")
    people = f"{reverse('leads:people')}?batch={result.batch_id}"
    assert people in client.get(at(result, "import")).content.decode()
    found = client.get(people).context["page"].object_list
    assert list(found) == [Person.objects.get(email="a@x.example")]
