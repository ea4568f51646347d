"""With which reasons marketing puts a lead away or ends it: those that the agreement names."""

import re

import pytest

from deals.closing.actions import lose
from funnel.models import Reason
from funnel.refusal import Refusal
from leads.agreement.models import Agreement
from leads.agreement.reasons import frozen
from leads.qualification.actions import disqualify, recycle
from tests.agreements import a_draft, agreed
from tests.leads.test_agreement_pages import DRAFT, filled
from tests.story import DAY, a_deal, a_lead, a_reason, ago, trail

pytestmark = pytest.mark.django_db
NAMED = (("recycle", "not_now"), ("recycle", "paused"), ("disqualify", "spam"))


@pytest.fixture
def signed(mara, greta):
    return agreed(mara, greta, at=ago(days=1), reasons=frozen(a_reason(*each) for each in NAMED))


def offered(client, path):
    return re.findall(r'name="(?:back_)?reason" value="(\w+)"', client.get(path).text)


def test_the_pages_offer_what_both_signed(client, mara, signed):
    lead = a_lead(owner=mara)
    client.force_login(mara)
    assert offered(client, f"/leads/{lead.pk}/recycling/") == ["not_now", "paused"]
    assert offered(client, f"/leads/{lead.pk}/disqualification/") == ["spam"]


def test_without_an_agreement_all_that_can_be_chosen_is_offered(client, mara):
    lead = a_lead(owner=mara)
    client.force_login(mara)
    assert len(offered(client, f"/leads/{lead.pk}/recycling/")) == 7
    assert len(offered(client, f"/leads/{lead.pk}/disqualification/")) == 4


def test_another_reason_is_refused_by_page_and_verb(client, mara, signed):
    lead = a_lead(owner=mara)
    client.force_login(mara)
    sent = {"reason": "no_need"}
    reply = client.post(f"/leads/{lead.pk}/disqualification/", sent)
    assert reply.status_code == 422 and "not one of the available choices" in reply.text
    for verb, reason in ((disqualify, ("disqualify", "no_need")), (recycle, ("recycle", "tied"))):
        with pytest.raises(Refusal, match="Agreement 1 does not name this reason"):
            verb(lead, by=mara, reason=a_reason(*reason))
    assert trail(lead) == ["captured"]


def test_what_happened_before_it_held_is_judged_by_what_held_then(mara, signed):
    lead = a_lead(owner=mara, at=ago(days=9))
    assert disqualify(lead, by=mara, reason=a_reason("disqualify", "no_need"), at=ago(days=2))


def test_a_lost_deal_goes_back_with_one_of_them(client, mara, sam, signed):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    page = client.get(f"/deals/{deal.pk}/loss/").text
    assert re.findall(r'<option value="(not_now|paused|tied)"', page) == ["not_now", "paused"]
    early = {"back_until": (ago() + 9 * DAY).date(), "back_reason": a_reason("recycle", "tied")}
    with pytest.raises(Refusal, match="does not name this reason"):
        lose(deal, by=sam, reason=a_reason("loss", "price"), knowable="no", **early)


def test_one_more_to_put_a_lead_away_is_named_in_the_draft(client, mara, greta):
    client.force_login(mara)
    more = {"new_reason": "Moves house", "new_kind": "recycle", "new_side": "buyer"}
    client.post(DRAFT, filled(a_draft(mara), **more))
    added = [each["label"] for each in Agreement.objects.get().reasons if each["kind"] == "recycle"]
    assert added[-1] == "Moves house" and len(added) == 8
    assert not Reason.objects.get(label="Moves house").active
    agreed(mara, greta)
    lead = a_lead(owner=mara)
    assert offered(client, f"/leads/{lead.pk}/recycling/")[-1] == "moves_house"


def test_the_page_of_the_agreement_reads_all_three_lists(client, mara, signed):
    client.force_login(mara)
    page = client.get("/agreement/").text
    for said in ("Returned only with one of", "Put away only with one of", "1 Spam (Marketing)"):
        assert said in page
