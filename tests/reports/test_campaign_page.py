"""The page of a campaign: plan and what came, its parts, who changed what; and several compared."""

from datetime import date
from decimal import Decimal

import pytest

from leads.models import Campaign
from leads.spending.actions import log_spend
from tests.story import a_campaign, a_lead, ago, an_accepted

pytestmark = pytest.mark.django_db
SPENT = {"on": date(2026, 3, 3), "what": "Booth", "currency": "EUR"}


def filled(page, **other):
    """What the edit form sends as it is shown, but for `other`."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in shown.items() if value is not None} | other


def test_what_was_planned_stands_beside_what_came(client, mara, sam):
    campaign = a_campaign(mara, planned_leads=4, planned_accepted=1, planned_won=Decimal(900))
    an_accepted(mara, sam, campaign=campaign)
    a_lead(mara, campaign=campaign)
    client.force_login(mara)
    page = client.get(campaign.get_absolute_url())
    found = {row.key: (row.plan, row.came, row.difference) for row, *_drawn in page.context["plan"]}
    assert found["captured"] == (4, 2, -0.5)
    assert found["accepted"] == (1, 1, 0)
    assert found["won_money"] == (900, 0, -1)
    assert found["mql"] == (None, 1, None)


def test_the_day_it_is_in_is_told_of_one_that_runs(client, mara):
    begins, ends = ago(days=9).date(), ago(days=-10).date()
    campaign = a_campaign(mara, starts_on=begins, ends_on=ends)
    client.force_login(mara)
    assert "day 10 of 20" in client.get(campaign.get_absolute_url()).text


def test_parts_are_added_to_the_whole_and_each_is_named(client, mara):
    whole = a_campaign(mara, name="Whole")
    part = a_campaign(mara, name="Part", parent=whole)
    below = a_campaign(mara, name="Below", parent=part)
    for campaign, amount in ((whole, 100), (part, 30), (below, 7)):
        a_lead(mara, campaign=campaign)
        log_spend(campaign, by=mara, amount=Decimal(amount), **SPENT)
    client.force_login(mara)
    shown = client.get(whole.get_absolute_url()).context
    assert (shown["figures"].captured, shown["figures"].spent) == (1, 100)
    assert [str(each) for each, _figures in shown["parts"]] == ["Part", "Below"]
    assert (shown["whole"].captured, shown["whole"].spent) == (3, 137)


def test_nothing_becomes_part_of_itself_by_any_way_round(client, mara):
    whole = a_campaign(mara, name="Whole")
    part = a_campaign(mara, name="Part", parent=whole)
    client.force_login(mara)
    page = client.get(f"/campaigns/{whole.pk}/edit/")
    offered = {each.pk for each in page.context["form"].fields["parent"].queryset}
    assert offered.isdisjoint({whole.pk, part.pk})
    answer = client.post(f"/campaigns/{whole.pk}/edit/", filled(page, parent=part.pk))
    assert answer.status_code == 422 and answer.context["form"].errors["parent"]
    assert Campaign.objects.get(pk=whole.pk).parent is None


def test_a_taken_code_is_refused_at_its_field_and_the_rest_is_kept(client, mara):
    a_campaign(mara, name="Fair", code="fair")
    campaign = a_campaign(mara, name="Other")
    client.force_login(mara)
    page = client.get(f"/campaigns/{campaign.pk}/edit/")
    sent = filled(page, code="fair", goal="Meet fitters")
    answer = client.post(f"/campaigns/{campaign.pk}/edit/", sent)
    assert answer.context["form"].errors["code"] == ["“Fair” has this code already."]
    assert answer.context["form"]["goal"].value() == "Meet fitters"


def test_the_page_tells_who_changed_the_plan_from_what_to_what(client, mara):
    campaign = a_campaign(mara, planned_leads=40)
    client.force_login(mara)
    page = client.get(f"/campaigns/{campaign.pk}/edit/")
    client.post(f"/campaigns/{campaign.pk}/edit/", filled(page, planned_leads=60))
    (edit,) = client.get(campaign.get_absolute_url()).context["edits"]
    assert (edit.who, edit.field, edit.was, edit.became) == ("Mara", "Planned leads", "40", "60")


def test_two_to_four_are_laid_side_by_side(client, mara, ana):
    one, other = a_campaign(mara, name="One", planned_leads=2), a_campaign(mara, name="Other")
    a_lead(mara, campaign=one)
    client.force_login(ana)
    page = client.get(f"/campaigns/compare/?campaign={other.pk}&campaign={one.pk}")
    assert page.context["campaigns"] == [other, one]
    lines = {line.label: line for _heading, lines in page.context["sections"] for line in lines}
    assert [(cell.came, cell.plan) for cell in lines["Captured"].cells] == [(0, None), (1, 2)]
    assert [cell.each for cell in lines["Accepted lead"].cells] == [None, None]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_than_two_or_more_than_four_are_told_at_the_list(client, mara, count):
    chosen = [a_campaign(mara, name=f"Effort {number}").pk for number in range(count)]
    client.force_login(mara)
    answer = client.get("/campaigns/compare/", {"campaign": chosen}, follow=True)
    assert f"Choose two to four campaigns to compare; you chose {count}." in answer.text


@pytest.mark.parametrize("odd", ["x", "999999", "9" * 30, "-1"])
def test_what_one_may_not_see_cannot_be_compared(client, agency, mara, odd):
    theirs, ours = a_campaign(agency, name="Theirs"), a_campaign(mara, name="Ours")
    client.force_login(agency)
    for other in (odd, ours.pk):
        address = f"/campaigns/compare/?campaign={theirs.pk}&campaign={other}"
        assert client.get(address).status_code == 404
