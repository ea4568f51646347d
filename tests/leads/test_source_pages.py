"""Sources: programs that send leads, each with a key that is told once."""

import re

import pytest

from leads.models import Source
from tests.cast import a_user
from tests.story import a_campaign, a_source

pytestmark = pytest.mark.django_db

KEY = re.compile(r"fk_[\w-]{32}")


@pytest.fixture
def reader(client, mara):
    client.force_login(mara)
    return client


def typed(mara, **more):
    owner = {"owner": mara.pk, "per_minute": "600"}
    return {"name": "Shop", "campaign": a_campaign(mara).pk} | owner | more


def test_the_key_is_told_once_and_not_kept(reader, mara):
    page = reader.post("/sources/new/", typed(mara), follow=True)
    (key,) = set(KEY.findall(page.text))
    source = Source.objects.get()
    assert key not in (source.key_digest, source.key_begins) and key.startswith(source.key_begins)
    assert not KEY.search(reader.get(source.get_absolute_url()).text)


def test_sent_twice_there_is_one(reader, mara):
    once = reader.get("/sources/new/").context["form"]["once"].value()
    for _time in range(2):
        assert reader.post("/sources/new/", typed(mara, once=once)).status_code == 302
    assert Source.objects.count() == 1


@pytest.mark.parametrize("most", ["0", "-1", "60001", "many", ""])
def test_a_limit_that_is_none_is_told_at_the_field(reader, mara, most):
    page = reader.post("/sources/new/", typed(mara, per_minute=most))
    assert page.status_code == 422 and page.context["form"].errors["per_minute"]
    assert not Source.objects.exists()


def test_a_new_key_is_asked_about_first(reader, mara):
    source, _key = a_source(mara)
    place = f"/sources/{source.pk}/key/"
    assert "opens nothing" in reader.get(place).text
    source.refresh_from_db()
    was = source.key_digest
    assert KEY.search(reader.post(place, follow=True).text)
    source.refresh_from_db()
    assert source.key_digest != was


def test_closed_and_open_again(reader, mara):
    source, _key = a_source(mara)
    for verb, is_open in (("closing", False), ("closing", False), ("opening", True)):
        reader.post(f"/sources/{source.pk}/{verb}/")
        source.refresh_from_db()
        assert source.is_open == is_open


def test_the_list_tells_what_came_and_what_became_of_it(reader, mara):
    assert "Make a source" in reader.get("/sources/").text
    source, _key = a_source(mara)
    (row,) = reader.get("/sources/").context["page"]
    assert (row, row.came, row.became, row.last_at) == (source, 0, 0, None)


def test_only_the_campaigns_one_may_see_have_sources(client, mara, sam):
    source, _key = a_source(mara)
    client.force_login(sam)
    assert client.get("/sources/").status_code == 403
    client.force_login(a_user("Ana", "analyst"))
    assert client.get(source.get_absolute_url()).status_code == 200
    assert client.post(f"/sources/{source.pk}/closing/").status_code == 403


def test_what_a_program_says_is_shown_as_text(reader, mara):
    source, _key = a_source(mara, name="<script>alert(1)</script>")
    assert "<script>alert" not in reader.get(source.get_absolute_url()).text
