"""Whose a lead is, on both sides, is changed by whoever changes owners."""

import pytest
from django.utils.timezone import now

from deals.activities.actions import plan
from deals.answers.actions import hand_lead_over
from funnel.history import changes, version
from funnel.refusal import Refusal
from tests.cast import a_user
from tests.story import DAY, a_lead, an_accepted

pytestmark = pytest.mark.django_db


def give(client, user, lead, **to):
    client.force_login(user)
    sent = {name: one.pk for name, one in to.items()} | {"version": version(lead)}
    answer = client.post(f"/leads/{lead.pk}/owners/", sent)
    lead.refresh_from_db()
    return answer


def test_a_manager_gives_it_and_its_next_step_to_another_seller(client, mara, sam, ben, greta):
    lead = an_accepted(mara, sam)
    step = plan(by=sam, lead=lead, text="Call", due_at=now() + DAY)
    assert give(client, greta, lead, owner=mara, seller=ben).url == f"/leads/{lead.pk}/"
    step.refresh_from_db()
    assert (lead.seller, lead.owner, step.owner) == (ben, mara, ben)
    assert "seller_id" in {change.field for change in changes(lead)}


def test_marketing_s_owner_is_changed_before_the_line_too(client, mara, adam):
    lead, max_ = a_lead(mara), a_user("Max", "marketer")
    give(client, adam, lead, owner=max_)
    assert lead.owner == max_
    assert "seller" not in client.get(f"/leads/{lead.pk}/owners/").context["form"].fields


def test_only_who_may_have_it_is_chosen(client, mara, sam, ana, greta):
    lead = an_accepted(mara, sam)
    answer = give(client, greta, lead, owner=mara, seller=ana)
    assert answer.status_code == 422 and lead.seller == sam


def test_a_lead_before_the_line_has_no_seller_to_change(mara, sam):
    with pytest.raises(Refusal) as no:
        hand_lead_over(a_lead(mara), to=sam)
    assert no.value.field == "seller"


def test_sellers_and_marketers_do_not_give_it_away(client, mara, sam, ben, ana):
    lead = an_accepted(mara, sam)
    for user in (mara, sam, ben, ana):
        assert give(client, user, lead, owner=mara, seller=ben).status_code == 403
    assert lead.seller == sam


def test_the_way_there_is_on_the_page_of_who_may(client, mara, sam, greta):
    lead = an_accepted(mara, sam)
    for user, there in ((greta, True), (sam, False)):
        client.force_login(user)
        assert (f"/leads/{lead.pk}/owners/" in client.get(f"/leads/{lead.pk}/").text) is there
