from datetime import date
from decimal import Decimal

import pytest

from leads.spending.actions import log_reach, log_spend, take_back
from tests.story import a_campaign, a_reason, an_offer

pytestmark = pytest.mark.django_db
SPENT = {
    "on": "2026-03-03",
    "kind": "event",
    "what": "Booth",
    "amount": "12400",
    "currency": "EUR",
    "note": "118",
}


def an_entry(campaign, mara, amount="100", **more):
    return log_spend(
        campaign, by=mara, on=date(2026, 3, 3), what="Booth", amount=Decimal(amount),
        **{"currency": "EUR"} | more,
    )  # fmt: skip


def test_money_is_written_down_and_added_up(client, mara):
    campaign = a_campaign(mara)
    an_entry(campaign, mara)
    client.force_login(mara)
    page = client.post(f"/campaigns/{campaign.pk}/spend/", SPENT, follow=True)
    assert page.context["total"].spent == Decimal(12500)
    assert campaign.spend.first().by == mara and "€12,500.00" in page.text


def test_foreign_money_is_written_down_at_its_rate(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    client.post(f"/campaigns/{campaign.pk}/spend/", SPENT | {"currency": "usd", "rate": "0.9"})
    entry = campaign.spend.get()
    assert (entry.amount, entry.currency, entry.base_amount) == (12400, "USD", 11160)


def test_foreign_money_needs_a_rate_and_keeps_what_was_typed(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    page = client.post(f"/campaigns/{campaign.pk}/spend/", SPENT | {"currency": "USD"})
    assert page.status_code == 422 and "rate" in page.context["form"].errors
    assert page.context["form"]["what"].value() == "Booth"
    assert not campaign.spend.exists()


def test_an_entry_is_taken_back_by_its_opposite_beside_it_and_once(client, mara):
    campaign = a_campaign(mara)
    wrong = an_entry(campaign, mara, "640", currency="USD", rate=Decimal("0.9"))
    client.force_login(mara)
    for _time in range(2):
        client.post(f"/spend/{wrong.pk}/taking-back/")
    back = campaign.spend.exclude(pk=wrong.pk).get()
    assert (back.corrects, back.amount, back.base_amount) == (wrong, -640, -576)
    page = client.get(campaign.get_absolute_url())
    assert page.context["total"].whole == 0 and "Taken back by" not in page.text
    assert client.post(f"/spend/{back.pk}/taking-back/").status_code == 422


def test_of_two_who_take_one_entry_back_the_second_is_told(client, mara, adam):
    entry = an_entry(a_campaign(mara), mara)
    take_back(entry, by=mara)
    client.force_login(adam)
    answer = client.post(f"/spend/{entry.pk}/taking-back/")
    assert answer.status_code == 409 and "Taken back by Mara" in answer.text


def test_a_form_sent_twice_writes_one_entry(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    once = client.get(f"/campaigns/{campaign.pk}/").context["spend_form"]["once"].value()
    for _time in range(2):
        client.post(f"/campaigns/{campaign.pk}/spend/", SPENT | {"once": once})
    assert campaign.spend.count() == 1


def test_heads_are_counted_by_kind(client, mara):
    campaign = a_campaign(mara)
    log_reach(campaign, by=mara, on=date(2026, 3, 3), kind="heads", count=410)
    client.force_login(mara)
    counted = {"on": "2026-03-04", "kind": "heads", "count": "-10", "note": "counted twice"}
    page = client.post(f"/campaigns/{campaign.pk}/reach/", counted, follow=True)
    assert [(str(kind), total) for kind, total in page.context["reached"]] == [
        ("Heads counted", 400)
    ]


@pytest.mark.parametrize("who, code", [("ana", 403), ("sam", 403), ("agency", 404)])
@pytest.mark.parametrize("ledger", ["spend", "reach"])
def test_who_may_not_write_writes_nothing(client, request, mara, who, code, ledger):
    campaign = a_campaign(mara)
    client.force_login(request.getfixturevalue(who))
    assert client.post(f"/campaigns/{campaign.pk}/{ledger}/", SPENT).status_code == code
    assert not campaign.spend.exists()


def test_marketing_reads_what_sales_said_of_a_campaign(client, mara, sam):
    from deals.answers.actions import send_back

    campaign = a_campaign(mara)
    for words in ("Stairs only", ""):
        handoff = an_offer(mara, sam, campaign=campaign)
        send_back(handoff, by=sam, reason=a_reason("return", "not_our_target"), words=words)
    client.force_login(mara)
    (said,) = client.get(f"/campaigns/{campaign.pk}/").context["said"]
    assert (said.reason, said.times, said.of, said.words) == ("Not our target", 2, 2, "Stairs only")


@pytest.mark.parametrize(
    ("ledger", "sent"), [("spend", SPENT), ("reach", {"kind": "heads", "count": "5"})]
)
def test_what_is_still_to_come_is_not_written_down(client, mara, ledger, sent):
    campaign = a_campaign(mara)
    client.force_login(mara)
    page = client.post(f"/campaigns/{campaign.pk}/{ledger}/", sent | {"on": "2099-01-01"})
    assert page.status_code == 422 and "on" in page.context["form"].errors
    assert not campaign.spend.exists() and not campaign.reach.exists()


def test_nobody_plans_to_spend_less_than_nothing(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    page = client.post(f"/campaigns/{campaign.pk}/edit/", {"planned_spend": "-5"})
    assert page.status_code == 422 and "planned_spend" in page.context["form"].errors
