import pytest
from redis import Redis

from leads.capture import limits
from leads.models import Submission
from leads.touches.visitor import neighbourhood
from tests.leads.test_hosted_form import LUCIA
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara))


def sent(client, form, number):
    return client.post(form.address, LUCIA | {"email": f"lucia{number}@example.com"})


def test_a_crowd_is_thanked_and_held(client, form, monkeypatch):
    monkeypatch.setattr(limits, "FORM_SOFT", 2)
    assert [limits.pressure(form.token, "here") for _time in range(3)] == ["", "", "soft"]


def test_one_network_alone_fills_its_own_bucket(form, monkeypatch):
    monkeypatch.setattr(limits, "ADDRESS_SOFT", 1)
    first = [limits.pressure(form.token, "here") for _time in range(2)]
    assert (first, limits.pressure(form.token, "there")) == (["", "soft"], "")


def test_a_flood_is_told_to_wait_and_its_text_is_kept(client, form, monkeypatch):
    monkeypatch.setattr(limits, "ADDRESS_HARD", 2)
    answers = [sent(client, form, number) for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert answers[2].context["typed"]["words"].value() == "Three islands"
    assert answers[2]["Retry-After"] == "60" and "send it again" in answers[2].text
    assert Submission.objects.count() == 2


def test_with_valkey_away_the_form_still_works_and_nobody_is_counted(client, form, monkeypatch):
    away = Redis(port=1, socket_connect_timeout=0.1)
    monkeypatch.setattr(limits, "server", lambda: away)
    assert limits.taken("a", "b") == [0, 0]
    assert sent(client, form, 1).status_code == 302


@pytest.mark.parametrize(
    "address, network",
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2ff::9", "2001:db8:1:200::/56"),
        ("", "nowhere"),
    ],
)
def test_neighbours_share_a_bucket(address, network):
    assert neighbourhood(address) == network


def test_behind_a_trusted_proxy_the_visitors_own_address_counts(client, form, settings):
    from leads.touches.visitor import address_of

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    page = client.get(form.address, headers={"x-forwarded-for": "198.51.100.9, 203.0.113.77"})
    assert address_of(page.wsgi_request) == "203.0.113.77"
