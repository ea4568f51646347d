"""Drafting and signing by hand: who may, what is refused, and that twice is once."""

import pytest

from leads.agreement.actions import sign
from leads.agreement.models import Agreement, Signature
from leads.agreement.text import typed
from leads.models import Channel
from tests.agreements import NAMED, a_draft, agreed
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
DRAFT = "/agreement/draft/"


def filled(draft, **other):
    """What the form of the draft sends as it is shown, but for `other`."""
    shown = {name: value for name, value in typed(draft).items() if value not in (None, [])}
    minutes = {name: f"{value} min" for name, value in shown.items() if name[-6:] in ENDS}
    return {**shown, **minutes, "edition": draft.edition, **other}


ENDS = ("accept", "ontact")


def signature(draft, side):
    return f"/agreement/{draft.number}/signatures/{side}/"


def test_the_first_version_is_drafted_from_the_page(client, mara):
    client.force_login(mara)
    assert "Draft the first version" in client.get("/agreement/").text
    for _time in range(2):
        assert client.post("/agreement/drafts/").url == DRAFT
    assert Agreement.objects.get().drafted_by == mara


def test_the_form_keeps_what_it_shows(client, mara, sam):
    a_campaign(mara, channel="fair")
    told = {"hot": {"says": ["price", "cost"]}, "event": {"touched": ["booth"]}}
    terms = {k: {**v, "when": told.get(k, {})} for k, v in Agreement().terms.items()}
    given = {"name": True, "channel": {"fair": "Fair"}, "touches": 2, "fresh": 30}
    draft = a_draft(mara, conditions=given, terms=terms)
    client.force_login(mara)
    page = filled(draft, hot_says="price, cost", on_expiry="queue", expiry_team=sam.teams.get().pk)
    assert client.post(DRAFT, page).status_code == 302
    kept = Agreement.objects.get()
    assert (kept.conditions, kept.terms) == (given, terms)
    assert (kept.on_expiry, kept.expiry_team) == ("queue", sam.teams.get())


def test_a_time_is_typed_as_people_write_it(client, mara):
    draft = a_draft(mara)
    client.force_login(mara)
    client.post(DRAFT, filled(draft, hot_accept="1 h 30", hot_contact="2h 15 min"))
    assert Agreement.objects.get().terms["hot"] == {"accept": 90, "contact": 135, "when": {}}
    assert 'value="1 h 30"' in client.get(DRAFT).text
    page = client.post(DRAFT, filled(Agreement.objects.get(), hot_accept="90"))
    assert page.status_code == 422 and "Write it as 15 min" in page.text


def test_a_saved_edit_says_whose_signature_it_took(client, mara, greta):
    draft = a_draft(mara)
    sign(draft, "sales", by=greta)
    client.force_login(mara)
    page = client.post(DRAFT, filled(draft, attempts=7), follow=True)
    assert "The signature of Greta is withdrawn" in page.text


def test_what_a_colleague_changed_meanwhile_is_told_and_then_kept_over(client, mara, greta):
    draft = a_draft(mara)
    mine = filled(draft, attempts=7)
    client.force_login(greta)
    client.post(DRAFT, filled(draft, attempts=8))
    client.force_login(mara)
    page = client.post(DRAFT, mine)
    assert page.status_code == 422 and "Greta changed the draft meanwhile" in page.text
    assert 'name="edition" value="2"' in page.text and Agreement.objects.get().attempts == 8
    client.post(DRAFT, mine | {"edition": 2})
    assert Agreement.objects.get().attempts == 7


def test_each_side_signs_with_its_own_button(client, mara, greta):
    draft = a_draft(mara)
    for user, side, other in ((mara, "marketing", "sales"), (greta, "sales", "marketing")):
        client.force_login(user)
        page = client.get("/agreement/").text
        assert f"Sign for {side}" in page and f"Sign for {other}" not in page
        assert client.post(signature(draft, other)).status_code == 403
        for _time in range(2):
            assert client.post(signature(draft, side), {"edition": 1}).status_code == 302
    assert Agreement.objects.get().holds_from and Signature.objects.count() == 2


def test_a_text_that_changed_is_not_signed_unread(client, mara, greta):
    draft = a_draft(greta, attempts=8)
    client.force_login(mara)
    page = client.post(signature(draft, "marketing"), {"edition": 1})
    assert page.status_code == 409 and "changed by Greta" in page.text
    assert not Signature.objects.exists()


def test_a_number_that_no_page_sends_is_no_fault_of_the_server(client, mara):
    draft = a_draft(mara)
    client.force_login(mara)
    assert client.post(signature(draft, "marketing"), {"edition": "9" * 5000}).status_code == 302
    assert client.get(f"/agreement/?with={'9' * 5000}").status_code == 200


def test_a_signature_is_withdrawn_by_its_side(client, mara, greta):
    draft = a_draft(mara)
    sign(draft, "sales", by=greta)
    for user, code in ((mara, 403), (greta, 302)):
        client.force_login(user)
        assert client.post(f"{signature(draft, 'sales')}removal/").status_code == code
    assert not Signature.objects.exists()


def test_the_day_is_set_from_the_page(client, mara):
    a_draft(mara)
    client.force_login(mara)
    page = client.post(f"{DRAFT}start/", {"comes_on": "2020-01-01"})
    assert page.status_code == 422 and "That day is past." in page.text
    assert client.post(f"{DRAFT}start/", {"comes_on": "2099-12-01"}).status_code == 302
    assert str(Agreement.objects.get().comes_on) == "2099-12-01"


def test_a_draft_is_thrown_away_after_a_question(client, mara):
    a_draft(mara)
    client.force_login(mara)
    assert "Throw version 1 away?" in client.get(f"{DRAFT}removal/").text
    assert client.post(f"{DRAFT}removal/").status_code == 302
    assert client.post(f"{DRAFT}removal/").status_code == 404
    assert not Agreement.objects.exists()


@pytest.mark.parametrize("who, code", [("sam", 403), ("ana", 403), ("zoe", 403)])
def test_who_neither_leads_nor_signs_changes_nothing(client, request, mara, who, code):
    draft = a_draft(mara, conditions=NAMED)
    client.force_login(request.getfixturevalue(who))
    for url in (DRAFT, f"{DRAFT}removal/", f"{DRAFT}start/", "/agreement/drafts/"):
        assert client.post(url, filled(draft, attempts=9)).status_code == code
    for side in ("marketing", "sales"):
        assert client.post(signature(draft, side)).status_code == code
    kept = Agreement.objects.get()
    assert (kept.attempts, kept.signatures.count()) == (5, 0)


def test_a_channel_that_is_gone_stays_in_the_text(client, mara, greta):
    agreed(mara, greta, conditions={"channel": {"gone": "Telex"}})
    draft = a_draft(mara)
    client.force_login(mara)
    assert not Channel.objects.exists() and "Telex" in client.get(DRAFT).text
    client.post(DRAFT, filled(draft, attempts=9))
    assert Agreement.objects.get(number=2).conditions == {"channel": {"gone": "Telex"}}


def test_the_form_says_whose_signature_saving_takes_away(client, mara, greta):
    draft = a_draft(mara)
    client.force_login(mara)
    assert "saving a change takes" not in client.get(DRAFT).text
    sign(draft, "sales", by=greta)
    said = "Greta signed for sales today; saving a change takes that away."
    assert said in client.get(DRAFT).text and said in client.get("/agreement/").text
    shown = client.post(DRAFT, filled(draft, attempts=7), follow=True).text
    assert "The signature of Greta is withdrawn" in shown and "saving a change" not in shown
