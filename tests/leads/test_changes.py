"""Agreements, signatures and routing tell who changed them, when, from what to what."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from funnel.changes.queries import entries
from leads.agreement.text import typed
from leads.routing.models import RoutingRule
from tests.agreements import a_draft
from tests.leads.test_agreement_pages import DRAFT, filled, signature
from tests.story import a_campaign, an_accepted

pytestmark = pytest.mark.django_db
CHANGES = "/settings/changes/"


def told():
    """[(who, what, field, from, to)]"""
    return [(e.who, e.what, e.field, e.was, e.became) for e in entries()]


def a_rule(client, sam, **more):
    sent = {"name": "All to Sam", "receiver": f"user-{sam.pk}", "active": "on", **more}
    client.post("/settings/routing/new/", sent)
    return RoutingRule.objects.get()


def test_a_draft_tells_only_what_differs_from_before(client, mara):
    draft = a_draft(mara)
    client.force_login(mara)
    keys = [key for key in typed(draft)["return_reasons"] if key != "other"]
    said = {"hot_accept": "30 min", "required": ["name"], "return_reasons": keys}
    client.post(DRAFT, filled(draft, **said))
    assert set(told()) == {
        ("Mara", "Agreement 1", "Conditions", "", "Has a name"),
        ("Mara", "Agreement 1", "Terms", "Hot answered in 15 min", "Hot answered in 30 min"),
        ("Mara", "Agreement 1", "Reasons", "Return: Other (Unknown)", ""),
    }


def test_who_began_a_draft_and_who_threw_it_away_is_told(client, mara):
    client.force_login(mara)
    client.post("/agreement/drafts/")
    client.post("/agreement/draft/removal/")
    assert ("Mara", "Agreement 1", "", "Agreement 1", "") in told()
    assert ("Mara", "Agreement 1", "", "", "Agreement 1") in told()


def test_signatures_and_from_when_it_holds_are_told(client, mara, greta):
    draft = a_draft(mara, comes_on=localdate() + timedelta(days=3))
    for user, side in ((mara, "marketing"), (greta, "sales")):
        client.force_login(user)
        client.post(signature(draft, side))
    assert ("Mara", "Agreement 1", "Signature", "", "Marketing, Mara") in told()
    assert ("Greta", "Agreement 1", "Signature", "", "Sales, Greta") in told()
    assert [row[:4] for row in told() if row[2] == "Holds from"] == [
        ("Greta", "Agreement 1", "Holds from", "")
    ]


def test_a_signature_that_was_withdrawn_is_told(client, mara):
    draft = a_draft(mara)
    client.force_login(mara)
    client.post(signature(draft, "marketing"))
    client.post(f"{signature(draft, 'marketing')}removal/")
    assert ("Mara", "Agreement 1", "Signature", "Marketing, Mara", "") in told()


def test_a_routing_rule_tells_its_conditions_and_receiver_in_words(client, mara, sam, ben, greta):
    fair = a_campaign(mara, name="Fair Hamburg")
    client.force_login(greta)
    rule = a_rule(client, sam)
    sent = {"name": rule.name, "receiver": f"user-{ben.pk}", "active": "on", "campaign": fair.pk}
    client.post(f"/settings/routing/{rule.pk}/", sent)
    what = "Routing rule: All to Sam"
    assert set(told()) == {
        ("Greta", what, "", "", "All to Sam"),
        ("Greta", what, "Conditions", "every lead", "campaign is Fair Hamburg"),
        ("Greta", what, "To", "Sam", "Ben"),
    }


def test_a_rule_that_was_removed_is_still_told(client, sam, greta):
    client.force_login(greta)
    client.post(f"/settings/routing/{a_rule(client, sam).pk}/removal/")
    assert ("Greta", "Routing rule: All to Sam", "", "All to Sam", "") in told()


def test_what_a_seller_takes_and_how_leads_are_claimed_is_told(client, sam, greta):
    client.force_login(greta)
    client.post(f"/settings/routing/people/{sam.pk}/", {"open_offers_max": 5, "weight": 2})
    client.post("/settings/routing/claims/", {"per_day": 3, "cool_down_hours": 24})
    assert ("Greta", "Seat: Sam", "Open offers at most", "", "5") in told()
    assert ("Greta", "Seat: Sam", "Weight", "1", "2") in told()
    assert ("Greta", "Claim rule: Claims", "Claims a day at most", "10", "3") in told()


def test_what_marketing_and_sales_do_at_the_line_is_no_setting(mara, sam):
    an_accepted(mara, sam)
    assert told() == []


def test_the_page_costs_the_same_however_much_was_drafted_and_routed(
    client, adam, mara, sam, django_assert_max_num_queries
):
    client.force_login(adam)
    rule, draft = a_rule(client, sam), a_draft(adam)
    for number in range(10):
        for path, sent in _edits(rule, draft, sam, a_campaign(mara, name=f"Fair {number}"), number):
            assert client.post(path, sent).status_code == 302
    with django_assert_max_num_queries(75):
        assert "campaign is Fair 8" in client.get(CHANGES).text


def _edits(rule, draft, sam, campaign, number):
    asked = {"name": rule.name, "receiver": f"user-{sam.pk}", "campaign": campaign.pk}
    yield f"/settings/routing/{rule.pk}/", asked
    yield f"/settings/routing/people/{sam.pk}/", {"weight": number % 9 + 1}
    yield DRAFT, {**filled(draft, attempts=number + 1), "edition": ""}
    yield signature(draft, "sales"), {}
