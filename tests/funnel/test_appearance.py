import pytest
from django.urls import reverse

URL = "/me/appearance/"


@pytest.mark.parametrize("theme", ["light", "dark", ""])
def test_a_choice_is_remembered_and_shown_by_the_server(client, mara, theme):
    client.force_login(mara)
    client.post(URL, {"theme": theme, "next": reverse("mfa_index")})
    page = client.get(reverse("mfa_index")).content.decode()
    assert (f'data-theme="{theme}"' in page) == bool(theme)


def test_it_leads_back_to_the_page_it_was_made_on(client, mara):
    client.force_login(mara)
    answer = client.post(URL, {"theme": "dark", "next": "/accounts/2fa/?a=1"})
    assert answer.url == "/accounts/2fa/?a=1"


def test_it_leads_nowhere_outside(client, mara):
    client.force_login(mara)
    assert client.post(URL, {"theme": "", "next": "https://evil.example/"}).url == "/"


def test_another_word_is_refused_and_nothing_changes(client, mara):
    client.force_login(mara)
    assert client.post(URL, {"theme": "red"}).status_code == 422
    mara.refresh_from_db()
    assert mara.theme == ""


def test_it_is_only_for_oneself_and_only_by_post(client, mara):
    assert client.post(URL, {"theme": "dark"}).url.startswith(reverse("account_login"))
    client.force_login(mara)
    assert client.get(URL).status_code == 405


def test_the_specimen_is_for_staff(client, mara, adam):
    client.force_login(mara)
    assert client.get("/specimen/").status_code == 403
    adam.is_staff = True
    adam.save()
    client.force_login(adam)
    assert client.get("/specimen/").status_code == 200
