"""What a page is sent that no form of ours sends: answered, never a fault of the server."""

import pytest

from deals.quotes.actions import send
from tests.story import a_deal, a_quote, an_accepted, an_offer, trail

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/handoffs/?open=x&view=%00&page=-1",
    "/handoffs/?view=mine&open=99999999999999999999",
    "/day/?at=%00",
    "/deals/?q=%00&owner=99999999999999999999&page=x",
    "/quotes/?q=%00&view=x",
    "/after/?view=%00",
    "/deals/new/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_odd_address_still_answers(client, mara, sam, address):
    an_offer(mara, sam), a_deal(mara, sam)
    client.force_login(sam)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/q/%00/", "/q/x/", "/deals/99999999999999999999/", "/deals/new/?lead=99999999999999999999"],
)
def test_what_is_nowhere_is_404(client, sam, address):
    client.force_login(sam)
    assert client.get(address).status_code == 404


def test_a_null_character_is_refused_where_it_was_typed(client, mara, sam):
    lead, quote = an_accepted(mara, sam), a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    client.force_login(sam)
    sent = {"kind": "note", "words": "a\x00b"}
    assert client.post(f"/activities/new/?lead={lead.pk}", sent).status_code == 422
    for page in (f"/quotes/{quote.pk}/acceptance/", f"/q/{quote.token}/acceptance/"):
        assert client.post(page, {"name": "A\x00"}).status_code == 422
    assert trail(quote) == ["draft", "sent"]


def test_a_very_long_word_is_cut_or_refused_never_lost_in_an_error(client, mara, sam):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"kind": "note", "words": f"next: {'x' * 5000} tomorrow"}
    assert client.post(f"/activities/new/?lead={lead.pk}", sent).status_code == 302
    assert len(lead.next_steps.get().text) == 200
