"""People, their roles and teams; the way in and the way out; everybody's home."""

import re

import pytest
from django.urls import reverse

from funnel.colleagues.actions import admins, change
from funnel.models import Team, User
from funnel.permissions import ROLES, Can
from funnel.refusal import Refusal
from tests.cast import PASSWORD, a_user

pytestmark = pytest.mark.django_db

IDA = {"name": "Ida Holm", "email": "ida@funnel.example", "roles": ["salesperson"]}
HOMES = {
    "marketer": "reports:week",
    "salesperson": "deals:day",
    "manager": "reports:funnel",
    "analyst": "reports:funnel",
    "admin": "funnel:settings",
}


def post(client, user, route, data=None, *args):
    client.force_login(user)
    return client.post(reverse(route, args=args), data or {})


def invite(client, adam, mailoutbox, **more):
    """Invite Ida; returns her and the address in her mail."""
    post(client, adam, "funnel:colleague_new", {**IDA, **more})
    client.logout()
    address = re.search(r"http://\S+", mailoutbox[-1].body).group()
    return User.objects.get(email=IDA["email"]), address.replace("http://127.0.0.1:8000", "")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_holds_what_its_page_says(role):
    person = a_user("Nils", role)
    assert {can for can in Can if person.has_perm(can)} == ROLES[role].can


@pytest.mark.parametrize(("role", "home"), HOMES.items())
def test_everybody_is_sent_to_their_home(client, role, home):
    client.force_login(a_user("Nils", role))
    assert client.get("/").url == reverse(home)


def test_who_holds_several_roles_sees_today_s_work_first(client):
    client.force_login(a_user("Solo", "marketer", "salesperson", "manager", "admin"))
    assert client.get("/").url == reverse("deals:day")


def test_who_holds_no_role_is_told_whom_to_ask(client, zoe, adam):
    client.force_login(zoe)
    assert adam.email.encode() in client.get("/").content


def test_an_invited_colleague_chooses_a_password_and_signs_in(client, adam, mailoutbox):
    ida, address = invite(client, adam, mailoutbox)
    asked = client.get(address, follow=True)
    new = {"password1": "seven tall ships", "password2": "seven tall ships"}
    client.post(asked.request["PATH_INFO"], new)
    client.post(reverse("account_login"), {"login": ida.email, "password": "seven tall ships"})
    assert client.session["_auth_user_id"] == str(ida.pk)
    assert ida.roles == ["salesperson"]


def test_the_address_works_once(client, adam, mailoutbox):
    _ida, address = invite(client, adam, mailoutbox)
    asked = client.get(address, follow=True)
    new = {"password1": "seven tall ships", "password2": "seven tall ships"}
    client.post(asked.request["PATH_INFO"], new)
    assert b'name="password1"' not in client.get(address, follow=True).content


def test_the_address_is_shown_once_to_the_admin(client, adam):
    answer = post(client, adam, "funnel:colleague_new", IDA)
    assert b"/accounts/password/reset/key/" in client.get(answer.url).content
    assert b"/accounts/password/reset/key/" not in client.get(answer.url).content


def test_an_e_mail_belongs_to_one_colleague(client, adam, sam):
    answer = post(client, adam, "funnel:colleague_new", {**IDA, "email": "SAM@funnel.example"})
    assert answer.status_code == 422
    assert b"Sam already has this e-mail." in answer.content
    assert b"Ida Holm" in answer.content


def test_roles_and_teams_are_changed(client, adam, sam):
    south = Team.objects.create(name="South")
    data = {"name": "Sam", "email": sam.email, "roles": ["manager", "analyst"], "teams": [south.pk]}
    post(client, adam, "funnel:colleague", data, sam.pk)
    sam = User.objects.get(pk=sam.pk)
    assert (sam.roles, list(sam.teams.all())) == (["manager", "analyst"], [south])


def test_nobody_takes_away_their_own_admin_role(client, adam):
    a_user("Vera", "admin")
    answer = post(client, adam, "funnel:colleague", {"name": "Adam", "email": adam.email}, adam.pk)
    assert answer.status_code == 422
    assert User.objects.get(pk=adam.pk).roles == ["admin"]


def test_the_last_admin_stays_admin(adam, greta):
    with pytest.raises(Refusal, match="last admin"):
        change(adam, by=greta, name="Adam", email=adam.email, roles=[], teams=[])
    assert list(admins()) == [adam]


def test_a_locked_out_colleague_is_out_at_once_and_can_come_back(client, adam, sam):
    post(client, adam, "funnel:deactivation", None, sam.pk)
    client.force_login(sam)
    assert client.get("/me/").status_code == 302
    assert not client.login(email=sam.email, password=PASSWORD)
    post(client, adam, "funnel:activation", None, sam.pk)
    client.force_login(sam)
    assert client.get("/me/").status_code == 200


def test_nobody_locks_themselves_out(client, adam):
    a_user("Vera", "admin")
    assert post(client, adam, "funnel:deactivation", None, adam.pk).status_code == 422
    assert User.objects.get(pk=adam.pk).is_active


def test_a_colleague_from_a_file_needs_an_e_mail_to_sign_in(client, adam):
    known = User.objects.create(name="4b339f9", source_key="olist:4b339f9", is_active=False)
    assert post(client, adam, "funnel:activation", None, known.pk).status_code == 422
    data = {"name": "Rui", "email": "rui@funnel.example", "roles": ["salesperson"]}
    post(client, adam, "funnel:colleague", data, known.pk)
    assert post(client, adam, "funnel:activation", None, known.pk).status_code == 302


def test_the_old_e_mail_opens_nothing_once_it_was_changed(client, adam, sam, mailoutbox):
    post(client, adam, "funnel:invitation", None, sam.pk)  # the old address is noted down
    data = {"name": "Sam", "email": "new@funnel.example", "roles": ["salesperson"]}
    post(client, adam, "funnel:colleague", data, sam.pk)
    client.logout()
    client.post(reverse("account_reset_password"), {"email": "sam@funnel.example"})
    assert [mail for mail in mailoutbox[1:] if "/key/" in mail.body] == []


def test_everybody_changes_their_own_name_zone_and_appearance(client, sam):
    data = {"name": "Sam B", "time_zone": "Asia/Tokyo", "theme": "dark"}
    post(client, sam, "funnel:me", data)
    sam.refresh_from_db()
    assert (sam.name, sam.time_zone, sam.theme) == ("Sam B", "Asia/Tokyo", "dark")
    assert b'data-theme="dark"' in client.get("/me/").content
