"""The rules, the load and the dry run as pages; the offer that leaves it to the rules."""

import pytest

from leads.models import ClaimRule, Handoff, RoutingRule, Seat, Turn
from leads.routing.actions import set_seat
from tests.leads.routing import NOTHING, a_rule
from tests.story import a_campaign, a_channel, a_person, an_mql

pytestmark = pytest.mark.django_db
SETTINGS = "/settings/routing/"


@pytest.fixture
def north(sam, ben):
    return sam.teams.get()


@pytest.fixture
def lead_of_the_line(client, greta):
    client.force_login(greta)
    return client


def said(north, **more):
    to = {"receiver": f"team-{north.pk}", "strategy": "round_robin"}
    return {"name": "Web to North", **to, "active": "on"} | more


def test_without_rules_the_page_says_who_chooses(lead_of_the_line, sam):
    page = lead_of_the_line.get(SETTINGS)
    assert "No rules yet: the offerer chooses." in page.text and "Sam" in page.text


def test_a_rule_is_added_and_read_as_a_sentence(lead_of_the_line, north):
    a_channel("web")
    wanted = said(north, channel=["web"], region="de, AT")
    assert lead_of_the_line.post(f"{SETTINGS}new/", wanted).url == SETTINGS
    page = lead_of_the_line.get(SETTINGS).text
    assert "Where channel is Web and phone is of Germany or Austria:" in page
    assert "one after the other." in page
    rule = RoutingRule.objects.get()
    assert rule.conditions[0] == {"kind": "channel", "values": ["web"]}


def test_a_rule_by_the_score_is_kept_as_it_was_typed(lead_of_the_line, north):
    lead_of_the_line.post(f"{SETTINGS}new/", said(north, fit=60))
    rule = RoutingRule.objects.get()
    assert rule.conditions == [{"kind": "fit", "values": [60]}]
    assert "Where fit is at least 60:" in lead_of_the_line.get(SETTINGS).text
    form = lead_of_the_line.get(f"{SETTINGS}{rule.pk}/").context["form"]
    assert (form["fit"].value(), form["engagement"].value()) == (60, None)


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"fit": "101"}, "less than or equal to 100"),
        ({"receiver": ""}, "Choose who gets these leads."),
        ({"region": "XX"}, "Not known: XX"),
        ({"name": "everybody"}, "There is a rule of that name."),
    ],
)
def test_what_is_wrong_is_told_at_its_field(lead_of_the_line, sam, north, wrong, words):
    a_rule(to_user=sam)
    page = lead_of_the_line.post(f"{SETTINGS}new/", said(north, **wrong))
    assert page.status_code == 422 and words in page.text
    assert RoutingRule.objects.count() == 1


def test_a_rule_is_changed(lead_of_the_line, sam, north):
    rule = a_rule(conditions={"region": ["DE"], "company_owner": []}, to_team=north)
    form = lead_of_the_line.get(f"{SETTINGS}{rule.pk}/").context["form"]
    assert (form["region"].value(), form["company_owner"].value()) == ("DE", True)
    wanted = {"name": "Sam's", "receiver": f"user-{sam.pk}"}
    lead_of_the_line.post(f"{SETTINGS}{rule.pk}/", wanted)
    rule.refresh_from_db()
    assert (rule.to_user, rule.to_team, rule.strategy, rule.active) == (sam, None, "", False)
    assert rule.conditions == []


def test_rules_change_places(lead_of_the_line, sam):
    one, two, three = (a_rule(name, to_user=sam) for name in ("one", "two", "three"))
    lead_of_the_line.post(f"{SETTINGS}{three.pk}/up/")
    lead_of_the_line.post(f"{SETTINGS}{one.pk}/up/")
    assert [str(rule) for rule in RoutingRule.objects.all()] == ["one", "three", "two"]
    lead_of_the_line.post(f"{SETTINGS}{one.pk}/down/")
    assert [str(rule) for rule in RoutingRule.objects.all()] == ["three", "one", "two"]


def test_a_rule_is_removed_after_a_question(lead_of_the_line, mara, north):
    rule = a_rule(to_team=north)
    assert "Remove the rule" in lead_of_the_line.get(f"{SETTINGS}{rule.pk}/removal/").text
    assert lead_of_the_line.post(f"{SETTINGS}{rule.pk}/removal/").url == SETTINGS
    assert not RoutingRule.objects.exists()


def test_a_seat_is_set(lead_of_the_line, sam):
    page = f"{SETTINGS}people/{sam.pk}/"
    assert lead_of_the_line.post(page, {"weight": 11}).status_code == 422
    wanted = {"open_offers_max": 5, "weight": 2, "languages": "DE en", "regions": "de"}
    lead_of_the_line.post(page, wanted)
    seat = Seat.objects.get(user=sam)
    assert (seat.open_offers_max, seat.per_day_max, seat.weight) == (5, None, 2)
    assert (seat.languages, seat.regions) == ("de, en", "DE")
    assert "0 of 5" in lead_of_the_line.get(SETTINGS).text


def test_whoever_cannot_answer_offers_has_no_seat(lead_of_the_line, zoe):
    assert lead_of_the_line.get(f"{SETTINGS}people/{zoe.pk}/").status_code == 404


def test_the_limits_of_claims_are_set(lead_of_the_line):
    lead_of_the_line.post(f"{SETTINGS}claims/", {"per_day": "", "cool_down_hours": 48})
    assert (ClaimRule.current().per_day, ClaimRule.current().cool_down_hours) == (None, 48)


def test_a_dry_run_tells_who_and_why_and_writes_nothing(lead_of_the_line, mara, sam, ben, north):
    set_seat(sam, **NOTHING | {"open_offers_max": 0})
    a_rule("Radio", conditions={"channel": ["radio"]}, to_user=sam)
    a_rule("Rest", to_team=north)
    lead = an_mql(mara, person=a_person(name="Ada", email="ada@example.com"))
    assert "Ada" in lead_of_the_line.get(f"{SETTINGS}trial/?q=ada").text
    page = lead_of_the_line.get(f"{SETTINGS}trial/?lead={lead.pk}").text
    assert "Ben would get this lead" in page and "Rule 2, Rest: it is their turn." in page
    assert "Sam is passed over: has as many open offers as agreed" in page
    assert not Turn.objects.exists() and not Handoff.objects.exists()


@pytest.mark.parametrize("who", ["mara", "sam", "ana"])
def test_who_does_not_run_the_line_changes_no_rule(client, request, sam, who):
    rule = a_rule(to_user=sam)
    client.force_login(request.getfixturevalue(who))
    for page in ("", "new/", f"{rule.pk}/", "trial/", "claims/", f"people/{sam.pk}/"):
        assert client.get(SETTINGS + page).status_code == 403
    assert client.post(f"{SETTINGS}{rule.pk}/removal/").status_code == 403
    assert RoutingRule.objects.exists()


def test_an_offer_by_the_rules_is_the_first_choice(client, mara, sam, ben, north):
    a_rule("Web", to_team=north)
    lead = an_mql(mara, campaign=a_campaign(mara))
    client.force_login(mara)
    page = client.get(f"/leads/{lead.pk}/offer/")
    assert page.context["form"].fields["receiver"].choices[0] == ("rules", "By the rules: Sam")
    assert "Because of rule 1, Web: it is their turn." in page.text
    client.post(f"/leads/{lead.pk}/offer/", {"receiver": "rules", "note": "Call today"})
    handoff = Handoff.objects.get()
    assert (handoff.offered_to, handoff.note) == (sam, "Call today")
    assert handoff.trace[0]["to"] == "Sam"


def test_where_no_rule_has_anybody_the_offerer_chooses(client, mara, sam):
    a_rule("Radio", conditions={"channel": ["radio"]}, to_user=sam)
    lead = an_mql(mara)
    client.force_login(mara)
    assert "By the rules" not in client.get(f"/leads/{lead.pk}/offer/").text
    page = client.post(f"/leads/{lead.pk}/offer/", {"receiver": "rules"})
    assert page.status_code == 422 and not Handoff.objects.exists()
