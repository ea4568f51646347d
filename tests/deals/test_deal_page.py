from decimal import Decimal

import pytest
from django.utils.timezone import now

from deals.activities.actions import log, plan
from deals.after.actions import promise, record_payment
from deals.closing.actions import lose, win
from deals.models import Deal
from deals.pipeline.actions import advance, open_deal
from leads.models import Person
from tests.cast import a_user
from tests.story import DAY, a_campaign, a_deal, a_person, a_quote, a_reason, ago, an_accepted

pytestmark = pytest.mark.django_db
ONCE = "0b0f3f2e-8f0b-4e2c-9f5a-3a3b9a4d2f11"


@pytest.fixture
def deal(mara, sam):
    return a_deal(mara, sam, at=ago(days=9), campaign=a_campaign(mara, name="Fair Hamburg"))


def page(client, user, deal):
    client.force_login(user)
    return client.get(f"/deals/{deal.pk}/")


def test_the_whole_deal_is_on_its_page(client, sam, deal):
    advance(deal, "proposal", by=sam, at=ago(days=5))
    plan(by=sam, deal=deal, text="Call Joan", due_at=now() + DAY)
    log(by=sam, deal=deal, kind="call", outcome="reached", words="Wants one piece")
    a_quote(deal, sam)
    text = page(client, sam, deal).text
    for shown in ("€1,000.00", "Call Joan", "Wants one piece", "Draft quote", "Fair Hamburg"):
        assert shown in text
    assert "50 % likely in Proposal" in text and "Accepted by Sam" in text
    assert "<span>4 d</span>" in text.replace("4.0 d", "4 d")  # in Discovery


def test_a_won_deal_shows_money_deliveries_and_how_it_ended(client, sam, deal):
    win(deal, by=sam, reason=a_reason("win", "trust"))
    record_payment(deal, by=sam, amount=Decimal("400"))
    promise(deal, by=sam, what="Ten tops", promised_on=(now() - 3 * DAY).date())
    text = page(client, sam, deal).text
    assert "what is next" not in text
    for shown in ("Trust in us", "€400.00", "€600.00", "Ten tops", "late", "New episode"):
        assert shown in text


def test_a_lost_deal_tells_where_why_and_whether_it_was_knowable(client, sam, deal):
    advance(deal, "fit", by=sam)
    lose(deal, by=sam, reason=a_reason("loss", "no_budget"), knowable="yes", words="None left.")
    text = page(client, sam, deal).text
    for shown in ("No budget", "Marketing", "Lost in Fit", "None left.", "Yes.", "Re-open"):
        assert shown in text


def test_marketing_reads_stage_reasons_and_money_not_the_notes(client, mara, sam, deal):
    log(by=sam, deal=deal, kind="call", outcome="reached", words="Her brother pays")
    log(by=sam, deal=deal, kind="note", words="Difficult man")
    plan(by=sam, deal=deal, text="Soften him", due_at=now() + DAY)
    text = page(client, mara, deal).text
    assert "€1,000.00" in text and "reached" in text
    for hidden in ("Her brother pays", "Difficult man", "Soften him", "composer"):
        assert hidden not in text


def test_colleagues_read_and_do_not_touch(client, ben, ana, deal):
    for user in (ben, ana):
        text = page(client, user, deal).text
        assert "/edit/" not in text and "/win/" not in text and "composer" not in text
        assert client.get(f"/deals/{deal.pk}/edit/").status_code == 403


def test_what_one_may_not_see_is_not_there(client, zoe, deal):
    eve = a_user("Eve", "salesperson", team="South")
    assert page(client, eve, deal).status_code == 404
    assert page(client, zoe, deal).status_code == 403


def test_a_deal_opens_on_an_accepted_lead_once(client, mara, sam):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"name": "Ten tops", "amount": "1200.50", "currency": "eur", "once": ONCE}
    replies = [client.post(f"/deals/new/?lead={lead.pk}", sent).url for _click in range(2)]
    deal = Deal.objects.get()
    assert (deal.lead, deal.amount, replies) == (
        lead,
        Decimal("1200.50"),
        [f"/deals/{deal.pk}/"] * 2,
    )


def test_sales_opens_one_with_somebody_new_or_known_by_mail(client, sam):
    known = a_person(name="Ada Berg", email="ada@x.example")
    client.force_login(sam)
    sent = {"name": "Ten tops", "currency": "EUR", "person_name": "A. Berg"}
    client.post("/deals/new/", sent | {"email": "Ada@x.example"})
    client.post("/deals/new/", sent | {"person_name": "Bo Lund", "company": "Lund AB"})
    people = list(Deal.objects.order_by("id").values_list("person__name", "lead"))
    assert people == [("Ada Berg", None), ("Bo Lund", None)] and Person.objects.count() == 2
    assert Deal.objects.filter(person=known).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "required"),
        ({"currency": "XXY"}, "not a currency"),
        ({"currency": "USD", "amount": "5"}, "Give the rate"),
        ({"amount": "-5"}, "greater than or equal to 0"),
    ],
)
def test_a_deal_that_cannot_be_is_refused(client, mara, sam, typed, said):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"name": "Ten tops", "currency": "EUR"} | typed
    reply = client.post(f"/deals/new/?lead={lead.pk}", sent)
    assert reply.status_code == 422 and said in reply.text and not Deal.objects.exists()


def test_who_may_open_one(client, mara, sam, ben, zoe):
    lead = an_accepted(mara, sam)
    for user, code in ((mara, 403), (zoe, 403), (ben, 404)):
        client.force_login(user)
        assert client.get(f"/deals/new/?lead={lead.pk}").status_code == code


def test_a_manager_opens_it_for_its_seller(mara, sam, greta):
    assert open_deal(by=greta, name="x", lead=an_accepted(mara, sam)).owner == sam


def test_a_customers_deal_without_a_lead_is_a_repeat(sam, deal):
    win(deal, by=sam, reason=a_reason("win", "trust"))
    deal.person.refresh_from_db()
    assert open_deal(by=sam, name="More", person=deal.person).kind == "repeat"


def test_time_in_a_stage_adds_up_over_several_stays(client, sam, deal):
    for stage, days in (("fit", 8), ("discovery", 6), ("fit", 1)):
        advance(deal, stage, by=sam, at=ago(days=days))
    text = page(client, sam, deal).text
    assert "<span>6 d</span>" in text.replace("6.0 d", "6 d")  # one day, then five
