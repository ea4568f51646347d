"""What marketing does with many at once, by the same rules as with one."""

from datetime import date

import pytest

from funnel.refusal import Refusal
from leads.handoff.actions import Offer, offer, offer_many
from leads.lead.actions import Interest, capture_many
from leads.models import Lead, Person, Touchpoint
from leads.people.actions import Known, find_or_add, find_or_add_many
from leads.qualification.actions import Judged, disqualify_many, qualify_many, recycle_many
from leads.touches.actions import visit_many
from tests.story import DAY, a_campaign, a_lead, a_person, a_reason, ago, an_mql, trail

pytestmark = pytest.mark.django_db


def test_a_set_finds_who_is_known_and_adds_who_is_not():
    known, _added = find_or_add(email="ada@example.com", phone="+493023125001")
    rows = [
        Known(name="Ada Berg", email="ADA@example.com", company="Kita Linde"),
        Known(name="Bo", email="bo@example.com", company="kita linde"),
        Known(name="Bo again", phone="+49 30 23125002", email="bo@example.com"),
    ]
    ada, bo, again = find_or_add_many(rows)
    assert (ada, ada.name, bo is again) == (known, "Ada Berg", True)
    assert (bo.name, bo.phone, bo.company) == ("Bo", "+49 30 23125002", ada.company)
    assert Person.objects.count() == 2


def test_a_set_of_people_twice_is_a_set_once():
    rows = [Known(email="bo@example.com"), Known(own=("fair", "7"))]
    assert find_or_add_many(rows) == find_or_add_many(rows)


def test_a_set_of_interests_bears_one_lead_a_person(mara):
    ada, bo = a_person(), a_person()
    campaign = a_campaign(mara)
    found = capture_many(
        [
            Interest(ada, "form", ago(hours=3), campaign=campaign, words="How much?"),
            Interest(bo, "form", ago(hours=2), by=mara),
            Interest(ada, "visit", ago(hours=1), page="/prices"),
        ]
    )
    assert [born for _lead, born in found] == [True, True, False]
    assert found[0][0] == found[2][0] and found[0][0].owner == mara
    assert [trail(lead) for lead in Lead.objects.all()] == [["captured"]] * 2
    assert Touchpoint.objects.filter(lead=found[0][0]).count() == 2


def test_a_set_with_a_future_interest_is_refused_whole(mara):
    with pytest.raises(Refusal, match="future"):
        capture_many([Interest(a_person(), "form", ago(days=-1), by=mara)])
    assert not Lead.objects.exists()


def test_a_set_is_judged_row_by_row(mara):
    fit, done = a_lead(mara), an_mql(mara)
    refused = qualify_many([Judged(fit, ago(seconds=0), mara), Judged(done, ago(seconds=0), mara)])
    assert refused == {done.pk: "Already there."}
    assert (trail(fit), fit.stage) == (["captured", "mql"], "mql")


def test_each_of_a_set_carries_its_reason(mara):
    lead, other = a_lead(mara), a_lead(mara)
    never = a_reason("disqualify", "never_fit")
    judged = [Judged(lead, ago(seconds=0), mara, never, "a shed"), Judged(other, ago(seconds=0))]
    assert disqualify_many(judged) == {other.pk: "Choose a reason."}
    step = lead.steps.get(to_stage="disqualified")
    assert (step.reason, step.side, step.words) == ("never_fit", "marketing", "a shed")


def test_a_set_sleeps_until_each_ones_day(mara):
    lead, other, reason = a_lead(mara), a_lead(mara), a_reason("recycle", "not_now")
    refused = recycle_many(
        [
            Judged(lead, ago(seconds=0), mara, reason, until=date(2027, 3, 1)),
            Judged(other, ago(seconds=0), mara, reason),
        ]
    )
    assert refused == {other.pk: "Until when?"}
    lead.refresh_from_db()
    assert (lead.stage, lead.recycle_until) == ("recycled", date(2027, 3, 1))


def test_a_set_of_offers_freezes_what_was_known_of_each(mara, sam):
    lead, again = an_mql(mara, at=ago(days=2), words="Too loud"), an_mql(mara, at=ago(days=2))
    capture_many([Interest(lead.person, "visit", ago(hours=1), page="/later")])
    offer(again, by=mara, to=sam)
    queue = sam.teams.get()
    offers = [Offer(each, ago(hours=2), mara, team=queue) for each in (lead, again)]
    handoffs, refused = offer_many(offers)
    (handoff,) = handoffs
    assert refused == {again.pk: "Already there."}
    assert (trail(handoff), handoff.pass_no, lead.stage) == (["offered"], 1, "offered")
    assert handoff.evidence["words"] == "Too loud"
    assert [touch["page"] for touch in handoff.evidence["touches"]] == [""]


def test_visits_of_strangers_are_written_at_once(mara, django_assert_num_queries):
    campaign = a_campaign(mara)
    with django_assert_num_queries(1):
        visit_many([(ago(days=n), f"v{n}", "/prices") for n in range(3)], campaign=campaign)
    visit = Touchpoint.objects.first()
    assert (visit.kind, visit.channel, visit.person) == ("visit", campaign.channel, None)
    assert visit.recorded_at - visit.at > DAY
