from decimal import Decimal as D

import pytest
from django.utils.timezone import localdate

from deals.after.actions import promise, record_payment
from deals.closing.actions import win
from leads.models import Lead
from tests.story import a_deal, a_reason

pytestmark = pytest.mark.django_db


@pytest.fixture
def deal(mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    return deal


def test_a_seller_writes_a_payment_down_once(client, sam, deal):
    client.force_login(sam)
    once = "0b0f3f2e-8f0b-4e2c-9f5a-3a3b9a4d2f11"
    sent = {"amount": "400", "on": localdate(), "once": once}
    for _click in range(2):
        client.post(f"/deals/{deal.pk}/payments/new/", sent)
    assert [p.amount for p in deal.payments.all()] == [D("400")]


@pytest.mark.parametrize(("amount", "on"), [("0", "2026-01-05"), ("5", "2126-01-05"), ("x", "")])
def test_a_payment_that_cannot_be_is_refused(client, sam, deal, amount, on):
    client.force_login(sam)
    answer = client.post(f"/deals/{deal.pk}/payments/new/", {"amount": amount, "on": on})
    assert answer.status_code == 422 and not deal.payments.exists()


def test_a_delivery_is_promised_delivered_and_accepted(client, sam, deal):
    client.force_login(sam)
    sent = {"what": "Ten worktops", "promised_on": "2027-01-15"}
    client.post(f"/deals/{deal.pk}/deliveries/new/", sent)
    delivery = deal.deliveries.get()
    client.post(f"/deliveries/{delivery.pk}/delivering/")
    client.post(f"/deliveries/{delivery.pk}/acceptance/", {"name": "Ada Berg"})
    delivery.refresh_from_db()
    assert delivery.accepted_at >= delivery.delivered_at
    assert delivery.accepted_by == "Ada Berg"


def test_what_is_owed_and_promised_is_listed_until_it_is_settled(client, sam, deal):
    promise(deal, by=sam, what="Ten worktops to Ulm", promised_on="2026-01-02")
    client.force_login(sam)
    page = client.get("/after/").text
    assert "Ten worktops to Ulm" in page and "late" in page and "1,000.00" in page
    record_payment(deal, by=sam, amount=D("1000"))
    assert "Everything that was won is paid" in client.get("/after/").text


def test_a_win_of_unknown_amount_is_told_apart(client, mara, sam):
    unknown = a_deal(mara, sam, amount=None)
    win(unknown, by=sam, reason=a_reason("win", "trust"))
    client.force_login(sam)
    assert "Everything that was won is paid" in client.get("/after/").text
    assert "not known" in client.get("/after/?view=unknown").text


def test_a_colleague_sees_but_does_not_touch(client, ben, deal):
    client.force_login(ben)
    for page in ("payments/new", "deliveries/new"):
        assert client.post(f"/deals/{deal.pk}/{page}/", {}).status_code == 403
    assert not deal.payments.exists()


def test_a_customer_comes_again_as_a_new_episode(client, sam, deal):
    client.force_login(sam)
    client.post(f"/deals/{deal.pk}/again/", {"kind": "expansion", "words": "two more rooms"})
    lead = Lead.objects.latest("pk")
    assert (lead.earlier, lead.kind, lead.words) == (deal.lead, "expansion", "two more rooms")


def test_coming_again_twice_is_one_open_episode(client, sam, deal):
    client.force_login(sam)
    for _click in range(2):
        client.post(f"/deals/{deal.pk}/again/", {"kind": "repeat"})
    assert Lead.objects.count() == 2


def test_who_has_an_open_episode_is_led_to_it(client, greta, deal):
    client.force_login(greta)
    client.post(f"/deals/{deal.pk}/again/", {"kind": "repeat"})
    running = deal.person.leads.open().get()
    answer = client.get(f"/deals/{deal.pk}/again/", follow=True)
    assert answer.redirect_chain == [(f"/leads/{running.pk}/", 302)]
    assert "has an episode already that is open" in answer.text


def test_who_may_not_see_the_open_episode_is_led_back(client, sam, greta, deal):
    client.force_login(greta)
    client.post(f"/deals/{deal.pk}/again/", {"kind": "repeat"})
    client.force_login(sam)
    answer = client.get(f"/deals/{deal.pk}/again/")
    assert (answer.status_code, answer["Location"]) == (302, f"/deals/{deal.pk}/")
