"""The rules of the score as a page, and why a lead has the score it has."""

import pytest

from leads.models import ScoreRule
from leads.scoring.actions import add
from tests.story import a_lead

pytestmark = pytest.mark.django_db
SETTINGS = "/settings/score/"


@pytest.fixture
def marketing(client, mara):
    client.force_login(mara)
    return client


def test_without_rules_the_page_says_that_nobody_has_a_score(marketing):
    assert "No rules yet: no lead has a score." in marketing.get(SETTINGS).text


def test_a_rule_is_added_and_read_as_a_sentence(marketing):
    wanted = {"asks": "touched-form", "points": 40, "days": 60}
    assert marketing.post(f"{SETTINGS}new/", wanted).url == SETTINGS
    page = marketing.get(SETTINGS).text
    assert "Was in touch: Form sent" in page and "for 60 days" in page and "+40" in page


def test_a_rule_is_changed_and_switched_off(marketing):
    rule = add(asks={"phone": True}, points=10)
    for _time in range(2):
        marketing.post(f"{SETTINGS}{rule.pk}/", {"points": -5})
    rule.refresh_from_db()
    assert (rule.points, rule.active) == (-5, False)
    assert "not in use" in marketing.get(SETTINGS).text


@pytest.mark.parametrize(
    "said, field",
    [
        ({"asks": "phone", "points": 0}, "points"),
        ({"asks": "phone", "points": 5, "days": 3}, "days"),
        ({"asks": "shoe_size", "points": 5}, "asks"),
        ({"asks": "company", "points": 5}, "asks"),
    ],
)
def test_what_is_refused_is_told_at_its_field(marketing, said, field):
    add(asks={"company": True}, points=5)
    page = marketing.post(f"{SETTINGS}new/", said)
    assert page.status_code == 422 and page.context["form"].errors[field]
    assert ScoreRule.objects.count() == 1


def test_sales_reads_the_rules_and_changes_none(client, sam):
    rule = add(asks={"phone": True}, points=10)
    client.force_login(sam)
    assert f"{SETTINGS}{rule.pk}/" not in client.get(SETTINGS).text
    assert client.post(f"{SETTINGS}{rule.pk}/", {"points": 5}).status_code == 403


def test_the_lead_page_says_why(marketing, mara):
    lead = a_lead(mara)
    assert "Why this score" not in marketing.get(lead.get_absolute_url()).text
    add(asks={"no_phone": True}, points=15)
    page = marketing.get(lead.get_absolute_url()).text
    assert "Fit 15, engagement 0 of 100" in page and "Fit: Gave no phone number" in page
