"""The QR codes of a list of links on one page, to be printed."""

import pytest
from django.urls import reverse

from tests.links import a_link
from tests.story import a_campaign

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(client, mara):
    client.force_login(mara)
    return lambda **asked: client.get(reverse("leads:link_sheet"), asked)


def test_each_link_of_the_list_has_its_code_its_name_and_its_address(sheet, mara):
    fair, door = a_link(mara, name="Fair"), a_link(mara, name="Door")
    page = sheet().content.decode()
    assert page.count('<svg class="qr"') == 2
    for link in (fair, door):
        assert f"QR code of {link.name}" in page and link.address in page


def test_the_sheet_shows_what_the_list_was_narrowed_to(sheet, mara):
    a_link(mara, name="Fair")
    spring = a_campaign(mara, name="Other spring")
    door = a_link(mara, name="Door", campaign=spring)
    assert [link for link, _picture in sheet(campaign=spring.pk).context["links"]] == [door]
    assert sheet(q="nothing like it").context["links"] == []
    assert "No link here has a code to print." in sheet(q="nothing like it").content.decode()


def test_a_name_is_text_on_the_sheet(sheet, mara):
    a_link(mara, name="<script>alert(1)</script>")
    assert "<script>alert" not in sheet().content.decode()
