import pytest

from deals.closing.actions import win
from tests.story import a_deal, a_reason, trail

pytestmark = pytest.mark.django_db


def test_a_seller_wins_with_a_reason(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    client.post(f"/deals/{deal.pk}/win/", {"reason": "trust", "words": "you came twice"})
    step = deal.steps.last()
    assert (step.to_stage, step.reason, step.words) == ("won", "trust", "you came twice")


def test_without_a_reason_nothing_is_closed_and_the_words_stay(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    answer = client.post(f"/deals/{deal.pk}/win/", {"words": "you came twice"})
    assert answer.status_code == 422
    assert "Choose a reason" in answer.text and "you came twice" in answer.text
    assert trail(deal) == ["discovery"]


def test_a_loss_asks_what_could_have_been_known(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    answer = client.post(f"/deals/{deal.pk}/loss/", {"reason": "price"})
    assert answer.status_code == 422 and trail(deal) == ["discovery"]
    client.post(f"/deals/{deal.pk}/loss/", {"reason": "price", "knowable": "yes"})
    deal.refresh_from_db()
    assert (trail(deal), deal.knowable) == (["discovery", "lost"], "yes")


def test_a_loss_says_all_that_it_lacks_at_once_and_once(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    wrong = client.post(f"/deals/{deal.pk}/loss/", {"back_until": "2027-03-01"}).context["form"]
    assert list(wrong.errors) == ["reason", "knowable", "back_reason"]
    wrong = client.post(f"/deals/{deal.pk}/loss/", {"reason": "other"}).context["form"]
    assert list(wrong.errors) == ["knowable", "words"]


def test_a_lost_lead_goes_back_to_marketing_until_a_day(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    back = {"back_until": "2027-03-01", "back_reason": "not_now"}
    client.post(f"/deals/{deal.pk}/loss/", {"reason": "postponed", "knowable": "no", **back})
    assert trail(deal.lead)[-1] == "recycled"


def test_a_day_without_a_reason_to_go_back_is_refused_whole(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    sent = {"reason": "postponed", "knowable": "no", "back_until": "2027-03-01"}
    assert client.post(f"/deals/{deal.pk}/loss/", sent).status_code == 422
    assert (trail(deal), trail(deal.lead)[-1]) == (["discovery"], "accepted")


def test_a_won_deal_is_re_opened(client, mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    client.force_login(sam)
    client.post(f"/deals/{deal.pk}/reopening/", {"to": "committed"})
    assert trail(deal) == ["discovery", "won", "committed"]


@pytest.mark.parametrize("act", ["win", "loss", "reopening"])
def test_only_who_works_the_deal_closes_it(client, mara, sam, ben, ana, act):
    deal = a_deal(mara, sam)
    for user, answer in ((ben, 403), (ana, 403), (mara, 403)):
        client.force_login(user)
        assert client.post(f"/deals/{deal.pk}/{act}/", {"reason": "trust"}).status_code == answer
    assert trail(deal) == ["discovery"]


def test_the_pages_of_closing_lead_back_where_a_deal_is_closed(client, mara, sam):
    deal = a_deal(mara, sam)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    client.force_login(sam)
    for page in ("win", "loss"):
        answer = client.get(f"/deals/{deal.pk}/{page}/", follow=True)
        assert answer.redirect_chain == [(f"/deals/{deal.pk}/", 302)]
        assert "is won already" in answer.text


def test_the_page_of_re_opening_leads_back_where_a_deal_is_open(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    answer = client.get(f"/deals/{deal.pk}/reopening/", follow=True)
    assert answer.redirect_chain and "is open already" in answer.text
