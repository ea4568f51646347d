"""What holds for everybody: organisation, reasons, teams, how far roles see."""

import pytest
from django.urls import reverse

from funnel.history import changes
from funnel.models import Organisation, Reason, RoleScope, Team
from funnel.permissions import Scope
from funnel.refusal import Refusal
from funnel.roles.actions import set_scope
from tests.story import a_deal, a_lead

pytestmark = pytest.mark.django_db

PAGES = [
    "organisation",
    "colleagues",
    "colleague_new",
    "teams",
    "team_new",
    "roles",
    "reasons",
    "reason_new",
    "changes",
]
OURS = {"name": "Ostermann Stein", "time_zone": "Europe/Berlin", "currency": "EUR"}


def post(client, user, route, data, *args):
    client.force_login(user)
    return client.post(reverse(route, args=args), data)


@pytest.mark.parametrize("page", PAGES)
def test_an_admin_opens_every_page_of_the_settings(client, adam, page):
    client.force_login(adam)
    assert client.get(reverse(f"funnel:{page}")).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_opens_them(client, greta, page):
    client.force_login(greta)
    assert client.get(reverse(f"funnel:{page}")).status_code == 403


def test_an_admin_names_the_organisation(client, adam):
    assert post(client, adam, "funnel:organisation", OURS).status_code == 302
    assert Organisation.current().name == "Ostermann Stein"
    assert Organisation.current().time_zone == "Europe/Berlin"


def test_the_currency_may_change_while_there_is_no_money(client, adam, mara):
    a_lead(mara)
    post(client, adam, "funnel:organisation", {**OURS, "currency": "SEK"})
    assert Organisation.current().currency == "SEK"


def test_the_currency_stays_once_money_is_written_down(client, adam, mara, sam):
    a_deal(mara, sam)
    answer = post(client, adam, "funnel:organisation", {**OURS, "currency": "SEK"})
    assert answer.status_code == 422
    assert b"Money is written down in EUR; the currency stays." in answer.content
    assert Organisation.current().currency == "EUR"
    assert b"Ostermann Stein" in answer.content  # what was typed is still there


def test_a_reason_is_added_behind_the_others(client, adam):
    words = {"kind": "return", "label": "No budget yet", "side": "buyer", "needs_date": "on"}
    post(client, adam, "funnel:reason_new", words)
    reason = Reason.objects.filter(kind="return").last()
    assert (reason.key, reason.position, reason.needs_date) == ("no_budget_yet", 10, True)


def test_a_reason_of_the_same_name_is_refused(client, adam):
    words = {"kind": "return", "label": "too early", "side": "buyer"}
    answer = post(client, adam, "funnel:reason_new", words)
    assert answer.status_code == 422
    assert Reason.objects.filter(kind="return").count() == 9


def test_a_reason_is_relabelled_moved_and_taken_out_and_its_key_stays(client, adam):
    reason = Reason.objects.get(kind="return", key="no_capacity")
    post(client, adam, "funnel:reason", {"label": "Nobody free", "side": "line"}, reason.pk)
    reason.refresh_from_db()
    assert (reason.key, reason.label) == ("no_capacity", "Nobody free")
    assert (reason.side, reason.active) == ("line", False)
    assert {change.field for change in changes(reason)} == {"label", "side", "active"}


def test_one_reason_of_each_kind_stays(client, adam):
    last = Reason.objects.filter(kind="win").first()
    Reason.objects.filter(kind="win").exclude(pk=last.pk).update(active=False)
    answer = post(client, adam, "funnel:reason", {"label": "x", "side": "sales"}, last.pk)
    assert answer.status_code == 422
    assert Reason.objects.get(pk=last.pk).active


def test_a_team_gets_members_and_a_new_name(client, adam, mara, sam):
    post(client, adam, "funnel:team_new", {"name": "South", "members": [mara.pk]})
    team = Team.objects.get(name="South")
    post(client, adam, "funnel:team", {"name": "East", "members": [sam.pk]}, team.pk)
    team.refresh_from_db()
    assert (team.name, list(team.members.all())) == ("East", [sam])


def test_two_teams_do_not_share_a_name(client, adam, sam):
    assert post(client, adam, "funnel:team_new", {"name": "north"}).status_code == 422
    assert Team.objects.count() == 1


def test_a_form_sent_twice_adds_one_team(client, adam):
    data = {"name": "South", "once": "7f1f1c4e-0000-4000-8000-000000000001"}
    first, second = (post(client, adam, "funnel:team_new", data) for _ in range(2))
    assert first.url == second.url == reverse("funnel:teams")
    assert Team.objects.count() == 1


def test_a_wider_scope_shows_a_salesperson_more(client, adam, mara, sam):
    lead = a_lead(mara)
    scopes = {"marketer": "all", "salesperson": "all", "manager": "all", "analyst": "all"}
    assert not type(lead).objects.visible_to(sam).exists()
    post(client, adam, "funnel:roles", scopes)
    assert type(lead).objects.visible_to(type(sam).objects.get(pk=sam.pk)).exists()


def test_the_first_change_of_a_scope_is_remembered_too():
    set_scope("salesperson", "team")
    (change,) = changes(RoleScope.objects.get(role="salesperson"))
    assert (change.was, change.became) == ("own", "team")
    assert set_scope("salesperson", "team").scope == Scope.TEAM
    assert len(changes(RoleScope.objects.get(role="salesperson"))) == 1


def test_an_admin_always_sees_all():
    with pytest.raises(Refusal):
        set_scope("admin", "own")


def test_the_settings_open_at_the_first_page_one_may_see(client, adam, mara, zoe):
    client.force_login(adam)
    assert client.get(reverse("funnel:settings")).url == reverse("funnel:organisation")
    client.force_login(mara)
    assert client.get(reverse("funnel:settings")).url == reverse("reports:agreement")
    client.force_login(zoe)
    assert client.get(reverse("funnel:settings")).status_code == 403
