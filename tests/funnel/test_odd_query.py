"""A query string that no page of ours makes is answered, never a fault of the server."""

import pytest

from tests.story import a_campaign, a_form, a_lead

ADDRESSES = [
    "/people/?q=%00",
    "/people/?q=a%00b&page=%00",
    "/leads/?q=%00&sort=%00&view=%00&campaign=%00",
    "/leads/new/?campaign=%00",
    "/campaigns/?q=%00&channel=%00",
    "/products/?q=%00",
    "/settings/colleagues/?q=%00",
    "/settings/reasons/new/?kind=%00",
    "/settings/routing/trial/?q=%00&lead=%00",
    "/notices/latest/?since=%00",
    "/deals/?q=%00&owner=%00&layout=%00",
    "/quotes/?q=%00",
    "/day/?at=%00",
    "/settings/changes/?q=%00&by=%00",
    "/handoffs/?shown=%00",
]
OF_THE_FUNNEL = ["/funnel/?from=%00", "/funnel/?channel=%00x", "/funnel/?window=%00"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_null_character_is_taken_out_of_what_is_asked(client, mara, adam, address):
    a_form(a_campaign(mara)), a_lead(mara)
    client.force_login(adam)
    assert client.get(address).status_code in (200, 404)


@pytest.mark.parametrize("address", OF_THE_FUNNEL)
def test_the_funnel_refuses_or_reads_past_it(client, ana, address):
    client.force_login(ana)
    assert client.get(address).status_code in (200, 422)


def test_what_is_left_is_what_is_asked(client, mara):
    lead = a_lead(mara)
    client.force_login(mara)
    found = client.get(f"/people/?q=%00{lead.person.name[:3]}%00")
    assert [one.pk for one in found.context["page"]] == [lead.person_id]
    assert not client.get("/people/?q=nobody%00").context["page"].object_list


def test_a_correction_of_no_entry_begins_empty(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    for key in ("%C2%B2", "%00", "x"):
        page = client.get(f"/campaigns/{campaign.pk}/reach/?correct={key}")
        assert page.status_code == 200 and not page.context["form"]["count"].value()
