from decimal import Decimal

import pytest
from django.utils.timezone import now

from deals.activities.actions import plan
from deals.quotes.actions import send
from funnel.history import changes, version
from tests.story import DAY, a_deal, a_price, a_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def deal(mara, sam):
    return a_deal(mara, sam)


def edit(client, user, deal, **typed):
    client.force_login(user)
    sent = {"name": deal.name, "amount": "1000", "currency": "EUR", "version": version(deal)}
    reply = client.post(f"/deals/{deal.pk}/edit/", sent | typed)
    deal.refresh_from_db()
    return reply


def test_name_amount_and_expected_close_are_edited_and_remembered(client, sam, deal):
    reply = edit(client, sam, deal, name="Twelve tops", amount="1500", expected_on="2027-01-31")
    assert (reply.url, deal.name, deal.amount) == (f"/deals/{deal.pk}/", "Twelve tops", 1500)
    assert (deal.base_amount, deal.due) == (1500, 1500)
    assert {c.field for c in changes(deal)} >= {"name", "amount", "expected_on"}


def test_foreign_money_needs_its_rate_and_is_kept_in_ours_too(client, sam, deal):
    reply = edit(client, sam, deal, currency="USD")
    assert reply.status_code == 422 and "Give the rate" in reply.text
    edit(client, sam, deal, currency="USD", rate="0.9")
    assert (deal.currency, deal.rate, deal.base_amount) == ("USD", Decimal("0.9"), 900)
    assert "€900.00 at 0.9" in client.get(f"/deals/{deal.pk}/").text


def test_a_name_alone_leaves_what_is_owed_with_tax_alone(client, sam, deal):
    send(a_quote(deal, sam, price=a_price("500.00")), by=sam)
    deal.refresh_from_db()
    edit(client, sam, deal, name="Renamed", amount="1000")
    assert (deal.name, deal.due) == ("Renamed", Decimal("1190"))


def test_an_amount_may_be_unknown(client, sam, deal):
    edit(client, sam, deal, amount="")
    assert (deal.amount, deal.base_amount) == (None, None)


def test_a_manager_gives_the_deal_and_its_next_step_to_another(client, ben, sam, greta, deal):
    step = plan(by=sam, deal=deal, text="Call", due_at=now() + DAY)
    edit(client, greta, deal, owner=ben.pk)
    step.refresh_from_db()
    assert (deal.owner, step.owner) == (ben, ben)


def test_its_owner_does_not_give_it_away(client, sam, ben, deal):
    edit(client, sam, deal, owner=ben.pk)
    assert deal.owner == sam


def test_two_who_edit_different_fields_both_keep_theirs(client, sam, greta, deal):
    before = version(deal)
    edit(client, greta, deal, expected_on="2027-02-01", owner=sam.pk)
    edit(client, sam, deal, name="Renamed", version=before)
    assert (deal.name, str(deal.expected_on)) == ("Renamed", "2027-02-01")


def test_two_who_edit_the_same_field_are_told(client, sam, greta, deal):
    before = version(deal)
    edit(client, greta, deal, name="Hers", owner=sam.pk)
    reply = edit(client, sam, deal, name="His", version=before)
    assert reply.status_code == 409 and "Hers" in reply.text and deal.name == "Hers"


def test_only_who_works_on_it_edits(client, mara, ben, zoe, deal):
    for user in (mara, ben, zoe):
        assert edit(client, user, deal, name="x").status_code == 403
    assert deal.name == "Ten worktops"
