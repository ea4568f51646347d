"""With which reasons a lead is returned: those that the agreement of its offer names."""

import re

import pytest
from django.db import IntegrityError, transaction

from deals.answers.actions import send_back
from funnel.models import Reason
from funnel.reasons.actions import change as change_reason
from funnel.refusal import Refusal
from leads.agreement.models import Agreement
from leads.agreement.reasons import frozen
from leads.agreement.text import typed
from tests.agreements import a_draft, agreed
from tests.leads.test_agreement_pages import DRAFT, filled
from tests.story import a_reason, an_offer, trail

pytestmark = pytest.mark.django_db


def named(*keys):
    return frozen(a_reason("return", key) for key in keys)


def offered(client, reader, handoff):
    """The reasons of the page on which it is returned, by the keys that choose them."""
    client.force_login(reader)
    page = client.get(f"/handoffs/{handoff.pk}/return/").text
    return re.findall(r'data-key="(\d)">.*?value="(\w+)"', page, re.DOTALL)


def test_a_draft_begins_with_the_reasons_that_there_are(mara):
    assert typed(a_draft(mara))["return_reasons"] == [
        "not_our_target",
        "bad_contact",
        "already_customer",
        "too_early",
        "not_a_buyer",
        "wrong_person",
        "no_capacity",
        "other",
        "unreachable",
    ]


def test_sales_chooses_among_those_that_both_signed_in_their_order(client, mara, sam, greta):
    agreed(mara, greta, reasons=named("too_early", "other"))
    handoff = an_offer(mara, sam)
    assert offered(client, sam, handoff) == [("1", "too_early"), ("2", "other")]


def test_an_offer_keeps_the_reasons_of_its_own_agreement(client, mara, sam, greta):
    before = an_offer(mara, sam)
    agreed(mara, greta, reasons=named("other"))
    assert len(offered(client, sam, before)) == 8
    assert offered(client, sam, an_offer(mara, sam)) == [("1", "other")]


def test_a_reason_that_was_not_signed_is_refused_on_the_page_and_by_the_verb(
    client, mara, sam, greta
):
    agreed(mara, greta, reasons=named("other"))
    handoff = an_offer(mara, sam)
    client.force_login(sam)
    reply = client.post(f"/handoffs/{handoff.pk}/return/", {"reason": "no_capacity"})
    assert reply.status_code == 422 and "not one of the available choices" in reply.text
    with pytest.raises(Refusal, match="Agreement 1 does not name this reason"):
        send_back(handoff, by=sam, reason=a_reason("return", "no_capacity"))
    assert trail(handoff) == ["offered"]


def test_a_text_older_than_such_lists_has_all_that_can_be_chosen(client, mara, sam, greta):
    agreed(mara, greta, reasons=[])
    assert len(offered(client, sam, an_offer(mara, sam))) == 8


def test_what_was_signed_is_unmoved_by_the_settings(client, mara, sam, greta):
    agreed(mara, greta, reasons=named("no_capacity", "other"))
    change_reason(a_reason("return", "no_capacity"), label="Full", side="line", active=False)
    handoff = an_offer(mara, sam)
    assert offered(client, sam, handoff)[0] == ("1", "no_capacity")
    assert "No capacity</span>" in client.get(f"/handoffs/{handoff.pk}/return/").text
    client.post(f"/handoffs/{handoff.pk}/return/", {"reason": "no_capacity"})
    assert handoff.steps.get(to_stage="returned").side == "sales"


def test_one_more_is_added_behind_the_others_and_holds_once_both_have_signed(
    client, mara, sam, greta
):
    draft = a_draft(mara)
    client.force_login(mara)
    more = {"new_reason": "Wrong country", "new_side": "marketing"}
    for _time in range(2):
        assert client.post(DRAFT, filled(draft, **more)).status_code == 302
    last = [each for each in Agreement.objects.get().reasons if each["kind"] == "return"][-1]
    assert sorted(last.values()) == ["Wrong country", "marketing", "return", "wrong_country"]
    assert Reason.objects.filter(label="Wrong country").count() == 1
    assert len(offered(client, sam, an_offer(mara, sam))) == 8


def test_a_new_reason_can_be_chosen_under_its_agreement_alone(client, mara, sam, greta):
    client.force_login(mara)
    more = {"new_reason": "Wrong country", "new_side": "marketing"}
    client.post(DRAFT, filled(a_draft(mara), **more))
    agreed(mara, greta)
    client.force_login(sam)
    handoff = an_offer(mara, sam)
    client.post(f"/handoffs/{handoff.pk}/return/", {"reason": "wrong_country"})
    step = handoff.steps.get(to_stage="returned")
    assert (step.reason, step.side) == ("wrong_country", "marketing")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"return_reasons": []}, "Name at least one reason."),
        ({"new_reason": "Wrong country"}, "Say whose debt it is."),
        ({"return_reasons": ["invented"]}, "is not one of the available choices"),
    ],
)
def test_a_list_that_says_too_little_is_refused_and_changes_nothing(client, mara, sent, said):
    draft = a_draft(mara)
    client.force_login(mara)
    page = client.post(DRAFT, filled(draft, **sent))
    assert page.status_code == 422 and said in page.text
    assert Agreement.objects.get().reasons == draft.reasons
    assert not Reason.objects.filter(label="Wrong country").exists()


def test_the_draft_is_marked_where_its_reasons_differ(client, mara):
    draft = a_draft(mara)
    client.force_login(mara)
    keys = [key for key in typed(draft)["return_reasons"] if key != "no_capacity"]
    client.post(
        DRAFT, filled(draft, return_reasons=keys, new_reason="Moved away", new_side="buyer")
    )
    page = client.get("/agreement/").text
    for said in ("9 reasons", "<ins>9 Moved away (Buyer)</ins>", "<del>No capacity (Sales)</del>"):
        assert said in page


def test_another_list_takes_the_signatures_away(client, mara, greta):
    draft = a_draft(mara)
    client.force_login(greta)
    client.post(f"/agreement/{draft.number}/signatures/sales/")
    client.force_login(mara)
    page = client.post(DRAFT, filled(draft, return_reasons=["other"]), follow=True)
    assert "The signature of Greta is withdrawn" in page.text


def test_the_database_keeps_the_list_that_both_signed(mara, greta):
    signed = agreed(mara, greta, reasons=named("other"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=signed.pk).update(reasons=[])
    assert Agreement.objects.get().reasons == named("other")
