"""Whoever meets the Agreement is qualified by itself, where the two sides agreed on that."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from funnel.models import Notice
from funnel.refusal import Refusal
from leads.agreement.actions import change
from leads.models import Lead
from leads.qualification.actions import disqualify, qualify_by_agreement, recycle, wake
from leads.qualification.tasks import qualify_by_the_agreement
from leads.scoring.actions import add
from tests.agreements import a_draft, agreed
from tests.story import a_lead, a_person, a_reason, an_offer, trail

pytestmark = pytest.mark.django_db
FITS = {"fit": 40, "name": True}


@pytest.fixture
def automatic(mara, greta):
    add(asks={"phone": True}, points=40)
    return agreed(mara, greta, conditions=FITS, automatic=True)


def somebody(mara, **known):
    return a_lead(mara, person=a_person(**{"name": "Ada", "phone": "+4312345678"} | known))


def test_who_meets_all_of_it_is_qualified_once_and_the_rest_waits(mara, automatic):
    meets, nameless = somebody(mara), somebody(mara, name="", phone="+4312345679")
    for _time in range(2):
        qualify_by_the_agreement()
    assert (trail(meets), trail(nameless)) == (["captured", "mql"], ["captured"])
    assert [each.title for each in Notice.objects.filter(user=mara)] == ["Ada is qualified"]
    step = meets.steps.last()
    assert (step.by, step.words) == (None, "Agreement 1 is met.")


def test_who_completes_it_later_is_qualified_then(mara, automatic):
    lead = somebody(mara, phone="")
    qualify_by_the_agreement()
    assert trail(lead) == ["captured"]
    lead.person.phone = "+4312345678"
    lead.person.save()
    qualify_by_the_agreement()
    assert trail(lead) == ["captured", "mql"]


def test_without_that_clause_nobody_is_qualified_by_itself(mara, greta):
    add(asks={"phone": True}, points=40)
    agreed(mara, greta, conditions=FITS)
    lead = somebody(mara)
    qualify_by_the_agreement()
    assert trail(lead) == ["captured"]


def test_a_version_that_is_still_to_come_qualifies_nobody(mara, greta):
    agreed(mara, greta, conditions={"name": True}, automatic=True, comes_on=_tomorrow())
    lead = somebody(mara)
    qualify_by_the_agreement()
    assert trail(lead) == ["captured"]


def test_what_marketing_decided_meanwhile_stands(mara, sam, automatic):
    away, ended = somebody(mara), somebody(mara, phone="+4312345679")
    offered = an_offer(mara, sam, person=a_person(name="Bo", phone="+4312345680")).lead
    recycle(away, by=mara, reason=a_reason("recycle", "not_now"), until=_tomorrow())
    disqualify(ended, by=mara, reason=a_reason("disqualify", "spam"))
    before = [trail(lead) for lead in (away, ended, offered)]
    qualify_by_the_agreement()
    assert [qualify_by_agreement(lead, automatic) for lead in (away, ended, offered)] == [None] * 3
    assert [trail(lead) for lead in (away, ended, offered)] == before


def test_a_lead_that_woke_is_qualified_when_it_never_was(mara, automatic):
    lead = somebody(mara)
    recycle(lead, by=mara, reason=a_reason("recycle", "not_now"), until=_tomorrow())
    wake(lead, by=mara)
    qualify_by_the_agreement()
    assert trail(lead) == ["captured", "recycled", "captured", "mql"]


def test_it_must_ask_something(mara):
    with pytest.raises(Refusal, match="Name what it must meet") as refused:
        a_draft(mara, automatic=True)
    assert refused.value.field == "automatic"


def test_the_clause_is_part_of_the_text_that_both_sign(client, mara, automatic):
    draft = a_draft(mara)
    assert draft.automatic
    change(draft, by=mara, automatic=False)
    client.force_login(mara)
    page = client.get("/agreement/").text
    assert "by itself, once it meets all of this" in page and "by hand" in page


def test_the_timeline_says_that_the_agreement_did_it(client, mara, automatic):
    lead = somebody(mara)
    qualify_by_the_agreement()
    client.force_login(mara)
    assert "Agreement 1 is met." in client.get(Lead.objects.get().get_absolute_url()).text
    assert trail(lead) == ["captured", "mql"]


def _tomorrow():
    return (now() + timedelta(days=2)).date()
