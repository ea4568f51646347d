import pytest
from django.urls import resolve, reverse

from funnel.rail import CREATE, MINE, SECTIONS, SETTINGS, address


def rail_of(client, user, page="mfa_index"):
    client.force_login(user)
    return client.get(reverse(page)).context["rail"]


def labels(group):
    return [str(item["label"]) for item in group["items"]]


def groups(rail):
    return {group["key"]: labels(group) for group in rail["groups"]}


def test_a_salesperson_sees_no_section_of_marketing_but_people(client, sam):
    shown = groups(rail_of(client, sam))
    assert shown["marketing"] == ["People"]
    assert shown["line"] == ["Hand-off"]


def test_a_marketer_has_no_day_of_sales(client, mara):
    assert "My day" not in groups(rail_of(client, mara)).get("sales", [])


def test_an_analyst_reads_everything_and_creates_nothing(client, ana):
    rail = rail_of(client, ana)
    assert "Campaigns" in groups(rail)["marketing"]
    assert rail["create"] == []


def test_settings_are_for_those_who_have_a_page_there(client, zoe, mara):
    assert rail_of(client, zoe)["settings"] is None
    assert rail_of(client, mara)["settings"]["url"] == reverse("funnel:settings")


def test_who_is_signed_out_gets_no_rail(client, db):
    assert not client.get(reverse("account_login")).context["rail"]


@pytest.mark.parametrize("section", [*SECTIONS, SETTINGS, *CREATE, *MINE], ids=lambda s: s.route)
def test_every_section_leads_somewhere(section):
    assert resolve(address(section.route))


def test_the_letters_after_g_are_told_apart():
    keys = [section.key for section in [*SECTIONS, SETTINGS] if section.key]
    assert len(keys) == len(set(keys))


def test_the_open_section_is_marked(client, adam):
    rail = rail_of(client, adam, page="leads:forms")
    open_now = [i["route"] for g in rail["groups"] for i in g["items"] if i["current"]]
    assert open_now == ["leads:forms"]


def test_a_page_of_the_settings_marks_the_settings_wherever_it_lies(client, mara):
    assert rail_of(client, mara, page="reports:agreement")["settings"]["current"]
