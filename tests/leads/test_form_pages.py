import pytest

from leads.models import Form
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db
TYPED = {"title": "What would it cost?", "intro": "", "company": "on"}
HOLDS = {"open": "on", "confirms": "", "frame_hosts": ""}


def test_a_marketer_makes_a_form_publishes_it_and_gets_its_address(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    client.post(f"/campaigns/{campaign.pk}/forms/new/", TYPED)
    form = Form.objects.get()
    assert (form.campaign, form.state, len(form.token)) == (campaign, "draft", 22)
    assert client.get(form.address).status_code == 410
    page = client.post(f"/forms/{form.pk}/publication/", follow=True)
    assert form.address in page.text
    assert "phone" not in client.get(form.address).context["typed"].fields


def test_the_new_form_sent_twice_makes_one(client, mara):
    campaign = a_campaign(mara)
    client.force_login(mara)
    address = f"/campaigns/{campaign.pk}/forms/new/"
    once = client.get(address).context["form"]["once"].value()
    for _time in range(2):
        client.post(address, TYPED | {"once": once})
    assert Form.objects.count() == 1


def test_without_a_campaign_the_way_begins_at_choosing_one(client, mara):
    client.force_login(mara)
    assert "Make a campaign" in client.get("/forms/new/").text
    campaign = a_campaign(mara)
    assert f"/campaigns/{campaign.pk}/forms/new/" in client.get("/forms/new/").text


def test_a_form_is_closed_by_editing_it(client, mara):
    form = a_form(a_campaign(mara))
    client.force_login(mara)
    client.post(f"/forms/{form.pk}/edit/", HOLDS | {"open": ""})
    assert client.get(form.address).status_code == 410


def test_a_form_that_asks_for_less_shows_less(client, mara):
    form = a_form(a_campaign(mara), company=False, phone=False)
    typed = client.get(form.address).context["typed"]
    assert set(typed.fields) == {"words", "name", "email", "website", "ticket"}
    assert typed.fields["email"].required


def test_two_editors_of_one_form_lose_nothing(client, mara):
    form = a_form(a_campaign(mara))
    client.force_login(mara)
    seen = client.get(f"/forms/{form.pk}/edit/").context["typed"]["version"].value()
    hosts = "https://a.example"
    client.post(f"/forms/{form.pk}/edit/", HOLDS | {"frame_hosts": hosts, "version": seen})
    client.post(f"/forms/{form.pk}/edit/", HOLDS | {"confirms": "on", "version": seen})
    form.refresh_from_db()
    assert (form.confirms, form.frame_hosts) == (True, [hosts])


@pytest.mark.parametrize("who, code", [("ana", 403), ("sam", 403), ("agency", 404)])
def test_who_may_not_changes_no_form(client, request, mara, who, code):
    campaign = a_campaign(mara)
    form = a_form(campaign)
    client.force_login(request.getfixturevalue(who))
    for address in (f"/forms/{form.pk}/edit/", f"/campaigns/{campaign.pk}/forms/new/"):
        assert client.post(address, TYPED | {"title": "Theirs"}).status_code == code
    assert Form.objects.get().open == form.open


def test_the_list_tells_what_came_in(client, mara):
    a_form(a_campaign(mara))
    client.force_login(mara)
    (row,) = client.get("/forms/").context["page"]
    assert (row.came, row.became, row.waiting) == (0, 0, 0)


def test_the_code_to_embed_is_text_whatever_the_title_holds(client, mara):
    form = a_form(a_campaign(mara), title='"><script>alert(1)</script>')
    form.frame_hosts = ["https://kitchens.example"]
    form.save()
    client.force_login(mara)
    page = client.get(f"/forms/{form.pk}/share/")
    assert "<script>alert" not in page.text and "data-title=&quot;&amp;quot;" in page.text
