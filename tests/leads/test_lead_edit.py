"""A lead is corrected by marketing: where it came from, what it is about."""

import pytest

from funnel.history import changes, version
from leads.models import Product
from tests.story import a_campaign, a_channel, a_lead, an_accepted

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(mara):
    return a_lead(mara, campaign=a_campaign(mara), words="A kitchen")


def edit(client, user, lead, **typed):
    client.force_login(user)
    sent = {"campaign": lead.campaign_id or "", "channel": lead.channel_id or "", "kind": lead.kind}
    sent |= {"words": lead.words, "version": version(lead)}
    answer = client.post(f"/leads/{lead.pk}/edit/", sent | typed)
    lead.refresh_from_db()
    return answer


def test_what_it_is_about_is_edited_and_remembered(client, mara, lead):
    tops = Product.objects.create(name="Tops", sku="T-1")
    answer = edit(client, mara, lead, product=tops.pk, kind="referral", words="Two kitchens")
    assert answer.url == f"/leads/{lead.pk}/"
    assert (lead.product, lead.kind, lead.words) == (tops, "referral", "Two kitchens")
    assert {c.field for c in changes(lead)} >= {"product_id", "kind", "words"}


def test_another_campaign_brings_its_channel_where_none_is_chosen(client, mara, lead):
    fair = a_campaign(mara, channel="fair", name="Fair")
    edit(client, mara, lead, campaign=fair.pk, channel="")
    assert (lead.campaign, lead.channel) == (fair, a_channel("fair"))


def test_the_page_says_that_figures_move(client, mara, lead):
    client.force_login(mara)
    page = client.get(f"/leads/{lead.pk}/edit/").text
    assert "its figures move to another group of the funnel" in " ".join(page.split())
    assert f"/leads/{lead.pk}/edit/" in client.get(f"/leads/{lead.pk}/").text


def test_two_who_edit_different_fields_both_keep_theirs(client, mara, adam, lead):
    before = version(lead)
    edit(client, adam, lead, kind="referral")
    edit(client, mara, lead, kind="new", words="Two kitchens", version=before)
    assert (lead.kind, lead.words) == ("referral", "Two kitchens")


def test_two_who_edit_the_same_field_are_told(client, mara, adam, lead):
    before = version(lead)
    edit(client, adam, lead, words="His")
    answer = edit(client, mara, lead, words="Hers", version=before)
    assert (answer.status_code, lead.words) == (409, "His")


def test_sales_does_not_edit_it_and_strangers_do_not_find_it(client, mara, sam, ben, ana, zoe):
    lead = an_accepted(mara, sam)
    for user, status in ((sam, 403), (ana, 403), (zoe, 403), (ben, 404)):
        assert edit(client, user, lead, words="x").status_code == status
    assert lead.words == ""
