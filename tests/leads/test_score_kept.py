"""The list of leads is sorted and chosen by scores that are worked out again as time goes by."""

import pytest

from deals.answers.actions import accept
from leads.models import Lead, LeadScore, Touchpoint
from leads.qualification.actions import disqualify
from leads.scoring.actions import add, change
from leads.scoring.keeping import keep_scores
from leads.scoring.score import scores
from leads.scoring.tasks import score_open_leads
from leads.touches.actions import touch
from tests.story import DAY, a_lead, a_person, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db
BEGAN = ago(days=30)


def kept(lead):
    return LeadScore.objects.values_list("fit", "engagement").get(lead=lead)


@pytest.fixture
def phone():
    return add(asks={"phone": True}, points=40)


@pytest.fixture
def leads(mara, phone):
    """Fits and cold, does not fit and was lively 30 days ago, fits a little less and is lively."""
    add(asks={"touched": "form"}, points=80)
    add(asks={"words": True}, points=20)
    called = [{"name": name, "phone": phone} for name, phone in CALLS]
    found = [a_lead(mara, person=a_person(**known), at=BEGAN) for known in called]
    Lead.objects.filter(pk=found[0].pk).update(words="A price?")
    touch("form", lead=found[1], person=found[1].person, at=ago(days=30))
    touch("form", lead=found[2], person=found[2].person, at=ago(minutes=1))
    keep_scores()
    return found


CALLS = (("Ada", "+4312345678"), ("Bo", ""), ("Cy", "+4312345679"))


def test_all_open_leads_are_scored_and_only_changes_are_written(leads):
    assert [kept(lead) for lead in leads] == [(60, 0), (0, 40), (40, 80)]
    since = set(LeadScore.objects.values_list("since", flat=True))
    assert keep_scores() == 0
    assert set(LeadScore.objects.values_list("since", flat=True)) == since


def test_what_is_kept_is_what_the_rows_of_the_lead_add_up_to(leads):
    told = scores(leads)
    assert [kept(lead) for lead in leads] == [
        (told[lead.pk].fit.total, told[lead.pk].engagement.total) for lead in leads
    ]


def test_it_follows_touches_rules_and_time(leads, phone):
    touch("form", lead=leads[0], person=leads[0].person, at=ago(minutes=1))
    change(phone, points=70)
    score_open_leads()
    assert [kept(lead) for lead in leads] == [(90, 80), (0, 40), (70, 80)]
    keep_scores(Touchpoint.objects.latest("at").at + 30 * DAY)
    assert [kept(lead)[1] for lead in leads] == [40, 20, 40]


def test_who_is_closed_keeps_what_they_had(mara, sam, leads, phone):
    disqualify(leads[0], by=mara, reason=a_reason("disqualify", "spam"))
    handoff = an_offer(mara, sam, person=a_person(name="Di", phone="+4312345670"))
    accept(handoff, by=sam)
    change(phone, points=70)
    keep_scores()
    assert (kept(leads[0]), kept(handoff.lead)) == ((60, 0), (70, 0))


def test_a_score_without_a_rule_of_its_kind_is_unknown(mara, phone):
    lead = a_lead(mara)
    keep_scores()
    assert kept(lead) == (0, None)
    change(phone, points=40, active=False)
    keep_scores()
    assert not LeadScore.objects.exists()


@pytest.mark.parametrize(
    "query, names",
    [
        ("?sort=fit", "Ada Cy Bo New"),
        ("?sort=-fit", "Bo Cy Ada New"),
        ("?sort=engagement", "Cy Bo Ada New"),
        ("?sort=-engagement", "Ada Bo Cy New"),
        ("?fit=40&sort=-name", "Cy Ada"),
        ("?fit=40&engagement=60", "Cy"),
        ("?fit=lots&engagement=-3&sort=name", "Ada Bo Cy New"),
    ],
)
def test_the_list_is_sorted_and_chosen_by_it_and_the_unscored_stand_last(
    client, mara, leads, query, names
):
    a_lead(mara, person=a_person(name="New"))
    client.force_login(mara)
    page = client.get(f"/leads/{query}").context["page"]
    assert " ".join(str(lead.person) for lead in page) == names


def test_the_list_shows_both_and_without_rules_neither(client, mara, phone):
    client.force_login(mara)
    a_lead(mara, person=a_person(phone="+4312345678"))
    assert "Engaged" not in client.get("/leads/").text
    keep_scores()
    page = client.get("/leads/").text
    assert '<td class="num" data-label="Fit">40</td>' in page
    assert '<td class="num" data-label="Engagement">—</td>' in page
    change(phone, points=40, active=False)
    keep_scores()
    page = client.get("/leads/?fit=40")
    assert "Engaged" not in page.text and len(page.context["page"]) == 1
