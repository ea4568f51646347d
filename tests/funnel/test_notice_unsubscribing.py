"""One press stops mails like the one it came with, without a sign-in."""

import pytest
from django.core import signing
from django.test import Client

from funnel.models import NoticeChoice, NoticeHours
from funnel.notices.tasks import mail_notices
from funnel.notices.unsubscribing import SALT, token
from tests.mailing import back, late

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def stranger():
    """A mail program: no cookie, no token of a form."""
    return Client(enforce_csrf_checks=True)


def place(user, event="late"):
    return f"/notices/off/{token(user, event)}/"


def test_the_address_in_the_header_of_a_mail_stops_such_mails(stranger, sam, mailoutbox):
    late(sam)
    mail_notices()
    address = mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    way = address.removeprefix("http://127.0.0.1:8000")
    assert [stranger.post(way, ONE_CLICK).status_code for _twice in range(2)] == [200, 200]
    assert (late(sam, key="2")[0].mail, late(sam, key="2")) == ("never", [])
    assert back(sam)[0].mail == "digest"


def test_the_centre_keeps_telling(stranger, sam):
    stranger.post(place(sam))
    assert NoticeChoice.objects.get().centre is True


def test_looking_at_the_address_stops_nothing(stranger, sam):
    page = stranger.get(place(sam))
    assert "Sam will not get mails like this any more: An offer is late." in page.text
    assert not NoticeChoice.objects.exists() and not NoticeHours.objects.exists()
    assert page["Cache-Control"].count("no-store")


def test_the_digest_has_an_address_of_its_own(stranger, sam):
    assert "will not get the digest" in stranger.get(place(sam, "")).text
    assert "The digest is not mailed" in stranger.post(place(sam, "")).text
    assert (late(sam)[0].mail, back(sam)[0].mail) == ("now", "never")


def test_all_mail_can_be_stopped_there(stranger, sam, ben):
    assert "No notice is mailed" in stranger.post(place(sam), {"all": "all"}).text
    assert [each.mail for each in late(sam, ben)] == ["never", "now"]


def test_who_has_left_can_still_stop_them(stranger, sam):
    type(sam).objects.update(is_active=False)
    assert stranger.post(place(sam)).status_code == 200


def test_what_nobody_tells_any_more_can_be_stopped_too(stranger, sam):
    assert stranger.post(place(sam, "gone")).status_code == 200


@pytest.mark.parametrize("key", ["guess", "a:b", "WzEsImxhdGUiXQ:guess", "a" * 500])
def test_an_address_cannot_be_guessed(stranger, sam, key):
    assert stranger.post(f"/notices/off/{key}/").status_code == 404
    assert not NoticeChoice.objects.exists()


def test_one_signed_for_something_else_opens_nothing(stranger, sam):
    other = signing.Signer(salt="other").sign_object([sam.pk, "late"])
    nobody = signing.Signer(salt=SALT).sign_object([sam.pk + 999, "late"])
    for key in (other, nobody, token(sam) + "x"):
        assert stranger.get(f"/notices/off/{key}/").status_code == 404
