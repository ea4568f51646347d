"""One target, many places: their addresses first, then their links."""

import pytest

from leads.models import Link
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
PLACES = "FB, paid_social, red\r\ngoogle, cpc\r\n\r\n"


@pytest.fixture
def typed(mara):
    campaign = a_campaign(mara)
    return {"campaign": campaign.pk, "target": "https://example.com/#top", "places": PLACES}


def test_the_addresses_stand_there_before_anything_is_made(client, mara, typed):
    client.force_login(mara)
    page = client.get("/links/builder/", typed)
    name = "utm_campaign=spring"
    assert [line.address for line in page.context["lines"]] == [
        "https://example.com/?utm_source=facebook&utm_medium=paid_social"
        f"&{name}&utm_content=red#top",
        f"https://example.com/?utm_source=google&utm_medium=cpc&{name}#top",
    ]
    assert "Make 2 short links of them" in page.text and not Link.objects.exists()


def test_with_htmx_only_the_result_is_sent(client, mara, typed):
    client.force_login(mara)
    part = client.get("/links/builder/", typed, headers={"hx-request": "true"}).text
    assert part.lstrip().startswith("<section") and "utm_source=google" in part


def test_a_link_is_made_for_each_place_and_once(client, mara, typed):
    client.force_login(mara)
    once = client.get("/links/builder/", typed).context["once"].value()
    for _time in range(2):
        answer = client.post("/links/builder/", typed | {"once": once})
    assert answer.url == f"/links/?campaign={typed['campaign']}"
    made = Link.objects.order_by("source").values_list("source", "medium", "content", "owner")
    assert list(made) == [
        ("facebook", "paid_social", "red", mara.pk),
        ("google", "cpc", "", mara.pk),
    ]


@pytest.mark.parametrize(
    "line, told",
    [
        ("facebok, cpc", "Do you mean facebook?"),
        ("google", "A source and a medium"),
        ("google, zzz", "nothing in it looks like it"),
    ],
)
def test_a_wrong_line_is_told_beside_it_and_no_link_is_made(client, mara, typed, line, told):
    client.force_login(mara)
    wrong = typed | {"places": f"google, cpc\n{line}"}
    page = client.get("/links/builder/", wrong)
    assert told in page.context["lines"][1].problem and "Make 2 short" not in page.text
    assert client.post("/links/builder/", wrong).status_code == 422
    assert not Link.objects.exists()


def test_a_target_that_is_none_and_too_many_places_are_told_at_their_fields(client, mara, typed):
    client.force_login(mara)
    wrong = typed | {"target": "javascript:alert(1)", "places": "google, cpc\n" * 51}
    form = client.get("/links/builder/", wrong).context["form"]
    assert set(form.errors) == {"target", "places"}
