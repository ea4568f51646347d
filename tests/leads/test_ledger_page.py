"""All money in one ledger: found, added up, taken out as a file, written down for every head."""

from datetime import date
from decimal import Decimal

import pytest

from leads.models import SpendEntry
from leads.spending.actions import log_spend
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 4)
SENT = {
    "head": "demand",
    "on": "2026-05-04",
    "kind": "media",
    "amount": "120",
    "currency": "EUR",
    "vendor": "Radio Havel",
    "invoice": "RH-7",
}


def spent(campaign, mara, amount=100, **more):
    money = {"amount": Decimal(amount), "currency": "EUR", "on": MAY}
    return log_spend(campaign, by=mara, **money | more)


def found(client, **query):
    return list(client.get("/spend/", query).context["page"])


def test_entries_are_found_by_what_they_say(client, mara):
    fair = spent(a_campaign(mara, name="Fair"), mara, vendor="Hall AG", kind="event")
    plant = spent(None, mara, head="product", what="Press")
    client.force_login(mara)
    assert found(client) == [plant, fair]
    assert found(client, head="product") == [plant]
    assert found(client, kind="event") == found(client, words="hall") == [fair]
    assert found(client, campaign=fair.campaign_id) == [fair]
    assert found(client, first="2026-05-05") == [] == found(client, words="nobody")
    assert found(client, first="2026-05-01", last="2026-05-04") == [plant, fair]


def test_odd_filters_are_passed_over(client, mara):
    entry = spent(a_campaign(mara), mara)
    client.force_login(mara)
    assert found(client, head="fun", campaign="x", first="soon", page="9") == [entry]


def test_the_days_asked_for_get_their_part_of_a_span(client, mara):
    spent(a_campaign(mara), mara, 310, on=date(2026, 5, 1), until=date(2026, 5, 31))
    client.force_login(mara)
    page = client.get("/spend/", {"first": "2026-05-01", "last": "2026-05-10"})
    assert (page.context["within"], page.context["total"].whole) == (100, 310)


def test_the_file_holds_every_entry_and_starts_no_formula(client, mara):
    spent(a_campaign(mara, name="Fair"), mara, -5, vendor="=cmd()", what="Hall")
    client.force_login(mara)
    answer = client.get("/spend/?format=csv")
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert answer["Content-Disposition"].startswith('attachment; filename="spend-')
    assert lines[0].startswith("day,until,head,campaign,kind,what,vendor")
    assert lines[1] == "2026-05-04,,demand,fair,other,Hall,'=cmd(),,-5.000,EUR,1,-5.000,,hand,Mara"


def test_money_is_written_down_from_here_once(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    once = client.get("/spend/new/").context["form"]["once"].value()
    for _time in range(2):
        answer = client.post("/spend/new/", SENT | {"campaign": campaign.pk, "once": once})
        assert answer.url == "/spend/"
    entry = SpendEntry.objects.get()
    assert (entry.campaign, entry.vendor, entry.invoice) == (campaign, "Radio Havel", "RH-7")


def test_an_invoice_that_is_here_already_is_asked_about_and_then_believed(client, mara):
    spent(None, mara, 80, vendor="radio havel", invoice="rh-7")
    client.force_login(mara)
    page = client.post("/spend/new/", SENT)
    said = page.context["form"].errors["invoice"][0]
    assert page.status_code == 422 and said.startswith("Written down already: €80.00 on")
    again = SENT | {"sure": page.context["form"]["sure"].value()}
    assert client.post("/spend/new/", again).status_code == 302
    assert SpendEntry.objects.count() == 2


def test_each_writes_down_the_money_that_is_theirs(client, mara, greta, ana):
    client.force_login(mara)
    page = client.post("/spend/new/", SENT | {"head": "product"})
    assert "head" in page.context["form"].errors
    client.force_login(greta)
    assert client.post("/spend/new/", SENT | {"head": "product"}).status_code == 302
    client.force_login(ana)
    entry = SpendEntry.objects.get()
    assert client.get("/spend/new/").status_code == 403
    for reader in (ana, mara):
        client.force_login(reader)
        assert client.post(f"/spend/{entry.pk}/taking-back/").status_code == 403
    assert SpendEntry.objects.count() == 1


def test_a_campaign_s_money_brings_people_in(client, greta):
    client.force_login(greta)
    sent = SENT | {"head": "closing", "campaign": a_campaign(greta).pk}
    page = client.post("/spend/new/", sent)
    said = page.context["form"].errors["head"]
    assert said == ["A campaign brings people in; leave it out here."]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"amount": "0"}, "amount"), ({"currency": "ZZZ"}, "currency"), ({"on": "2099-01-01"}, "on"),
     ({"until": "2026-05-01"}, "until"), ({"amount": "9" * 15}, "amount"),
     ({"currency": "USD", "rate": "0"}, "rate")],
)  # fmt: skip
def test_what_cannot_be_is_told_at_its_field(client, mara, wrong, field):
    client.force_login(mara)
    page = client.post("/spend/new/", SENT | wrong)
    assert page.status_code == 422 and field in page.context["form"].errors
    assert not SpendEntry.objects.exists()


def test_a_long_ledger_comes_in_pages_and_asks_no_more(client, mara, django_assert_max_num_queries):
    campaign = a_campaign(mara)
    for number in range(55):
        spent(campaign, mara, number + 1)
    client.force_login(mara)
    with django_assert_max_num_queries(25):
        assert len(found(client, page=2)) == 5


def test_an_empty_ledger_offers_the_first_act_only_to_who_may(client, mara, ana):
    client.force_login(mara)
    assert "What you spend is written down here" in client.get("/spend/").text
    client.force_login(ana)
    assert "No money has been written down yet." in client.get("/spend/").text
