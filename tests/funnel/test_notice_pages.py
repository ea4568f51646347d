"""The centre, the bell, and what the page's script asks."""

import pytest
from django.urls import reverse

from funnel.models import Notice
from tests.mailing import back, late
from tests.story import ago

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]


def bell(client):
    return client.get(reverse("funnel:me")).context["rail"]["bell"]["label"]


def latest(client, query="", **headers):
    return client.get(reverse("funnel:notices_latest") + query, headers=headers)


def test_the_centre_shows_the_unread_first_then_the_newest(client, sam):
    for key, days, seen in [("a", 3, None), ("b", 2, ago()), ("c", 1, None), ("d", 0, ago())]:
        late(sam, key=key, title=f"{key} waits", at=ago(days=days))
        Notice.objects.filter(key=key).update(read_at=seen)
    client.force_login(sam)
    page = client.get(reverse("funnel:notices"))
    assert [notice.key for notice in page.context["page"]] == ["c", "a", "d", "b"]


def test_opening_one_reads_it_and_leads_there(client, sam):
    (notice,) = late(sam, path="/deals/")
    client.force_login(sam)
    assert bell(client) == "Notices, 1 unread"
    for _twice in range(2):
        assert client.post(f"/notices/{notice.pk}/opening/").url == "/deals/"
    assert bell(client) == "Notices"


def test_one_that_leads_nowhere_stays_in_the_centre(client, sam):
    (notice,) = late(sam)
    client.force_login(sam)
    assert client.post(f"/notices/{notice.pk}/opening/").url == reverse("funnel:notices")


@pytest.mark.parametrize("act", ["opening", "reading"])
def test_somebody_else_s_does_not_exist(client, sam, ben, act):
    (notice,) = late(sam, title="Ada waits")
    client.force_login(ben)
    assert client.post(f"/notices/{notice.pk}/{act}/").status_code == 404
    assert "Ada waits" not in client.get(reverse("funnel:notices")).text
    assert Notice.objects.get().read_at is None


def test_one_is_marked_as_read_and_looking_at_an_address_reads_nothing(client, sam):
    (notice,) = late(sam)
    client.force_login(sam)
    assert client.get(f"/notices/{notice.pk}/opening/").status_code == 405
    assert bell(client) == "Notices, 1 unread"
    client.post(f"/notices/{notice.pk}/reading/")
    assert bell(client) == "Notices"


def test_all_are_marked_as_read_but_what_came_meanwhile(client, sam):
    late(sam)
    client.force_login(sam)
    until = client.get(reverse("funnel:notices")).context["newest"]
    late(sam, key="meanwhile")
    for typed in (until, "nonsense", ""):
        client.post(reverse("funnel:notices_reading"), {"until": typed})
    assert bell(client) == "Notices, 1 unread"


def test_what_one_does_not_want_in_the_centre_is_not_there(client, sam):
    sam.notice_choices.create(event="late", centre=False, mail="now")
    (notice,) = late(sam)
    client.force_login(sam)
    assert "Nothing to tell you yet." in client.get(reverse("funnel:notices")).text
    assert client.post(f"/notices/{notice.pk}/opening/").status_code == 404


def test_words_are_text(client, sam):
    late(sam, title="<b>Ada</b>", words="<script>")
    client.force_login(sam)
    page = client.get(reverse("funnel:notices")).text
    assert "&lt;b&gt;Ada" in page and "<script>" not in page


def test_a_full_centre_has_pages_and_asks_few_questions(client, sam, django_assert_max_num_queries):
    for number in range(120):
        late(sam, key=str(number))
    client.force_login(sam)
    with django_assert_max_num_queries(20):
        page = client.get(reverse("funnel:notices"))
    assert (len(page.context["page"]), "99+" in page.text) == (50, True)


def test_the_script_hears_of_what_is_new(client, sam, ben):
    client.force_login(sam)
    first = latest(client).json()
    (notice,) = late(sam, ben, words="Call her.", path="/deals/")[:1]
    told = latest(client, f"?since={first['last']}").json()
    assert first == {"last": 0, "unread": 0, "label": "Notices", "notices": []}
    assert (told["unread"], told["last"], told["label"]) == (1, notice.pk, "Notices, 1 unread")
    assert told["notices"] == [
        {
            "id": notice.pk,
            "title": "Ada waits",
            "words": "Call her.",
            "opening": f"/notices/{notice.pk}/opening/",
        }
    ]


def test_the_script_hears_nothing_of_what_it_knows_or_was_read(client, sam):
    known, seen, new = (late(sam, key=key)[0] for key in "abc")
    client.force_login(sam)
    client.post(f"/notices/{seen.pk}/reading/")
    told = latest(client, f"?since={known.pk}").json()["notices"]
    assert [each["id"] for each in told] == [new.pk]
    assert latest(client, "?since=").json()["notices"] == []
    assert latest(client, "?since=" + 40 * "9").json()["notices"] == []


def test_without_news_the_script_is_told_so_in_a_word(client, sam):
    client.force_login(sam)
    first = latest(client)
    again = latest(client, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    back(sam)
    assert latest(client, if_none_match=first["ETag"]).status_code == 200
    assert "private" in first["Cache-Control"] and "no-cache" in first["Cache-Control"]


def test_who_is_signed_out_is_told_nothing(client, db):
    assert latest(client).status_code == 302
    assert client.get(reverse("funnel:notices")).status_code == 302
