"""The way in: e-mail and password, a second factor, a forgotten password, and the way out."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.urls import reverse

from funnel.models import User
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXP"


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password}, **more)


def with_second_factor(user):
    return TOTP.activate(user, SECRET).instance


def code_now(secret=SECRET):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_a_colleague_signs_in_by_e_mail_however_it_is_typed(client, sam):
    assert sign_in(client, "SAM@funnel.example").url == "/"
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_who_is_sent_to_sign_in_comes_back_to_the_page_they_asked_for(client, sam):
    asked = client.get("/me/")
    assert asked.url == "/accounts/login/?next=/me/"
    answer = client.post(asked.url, {"login": sam.email, "password": PASSWORD, "next": "/me/"})
    assert answer.url == "/me/"


def test_a_wrong_password_keeps_the_e_mail(client, sam):
    page = sign_in(client, sam.email, "wrong").content.decode()
    assert 'value="sam@funnel.example"' in page
    assert 'value="wrong"' not in page
    assert "_auth_user_id" not in client.session


def test_nobody_learns_who_has_an_account(client, sam):
    refused = [sign_in(client, mail, "wrong") for mail in (sam.email, "who@funnel.example")]
    said = [re.findall(r'role="alert".*?</div>', each.content.decode(), re.S) for each in refused]
    assert said[0] == said[1] != []


def test_after_five_wrong_passwords_even_the_right_one_waits(client, sam):
    for _number in range(5):
        sign_in(client, sam.email, "wrong")
    sign_in(client, sam.email)
    assert "_auth_user_id" not in client.session
    cache.clear()


def test_a_locked_out_colleague_cannot_sign_in(client, sam):
    sam.is_active = False
    sam.save()
    sign_in(client, sam.email)
    assert "_auth_user_id" not in client.session


def test_the_second_factor_is_asked_for(client, sam):
    with_second_factor(sam)
    answer = sign_in(client, sam.email)
    assert answer.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.get("/me/").status_code == 302
    client.post(answer.url, {"code": code_now()})
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_a_wrong_code_does_not_open(client, sam):
    with_second_factor(sam)
    answer = client.post(sign_in(client, sam.email).url, {"code": "000000"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_second_factor_is_switched_on_with_the_password_and_a_code(client, sam):
    sign_in(client, sam.email)
    asked = client.get(reverse("mfa_activate_totp"))
    assert client.post(asked.url, {"password": PASSWORD}).url == reverse("mfa_activate_totp")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    secret = client.session["mfa.totp.secret"]
    client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert get_adapter().is_mfa_enabled(sam, [Authenticator.Type.TOTP])


def test_a_forgotten_password_is_set_anew_by_mail(client, sam, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": sam.email})
    address = re.search(r"http://\S+/key/\S+", mailoutbox[0].body).group()
    asked = client.get(address.removeprefix("http://testserver"), follow=True)
    new = {"password1": "seven tall ships", "password2": "seven tall ships"}
    client.post(asked.request["PATH_INFO"], new)
    sign_in(client, sam.email, "seven tall ships")
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_a_stranger_s_forgotten_password_sends_no_mail(client, mailoutbox):
    answer = client.post(reverse("account_reset_password"), {"email": "who@funnel.example"})
    assert answer.url == reverse("account_reset_password_done")
    assert mailoutbox == []


def test_there_is_no_sign_up(client):
    new = {"email": "who@funnel.example", "password1": PASSWORD, "password2": PASSWORD}
    assert b"password1" not in client.post(reverse("account_signup"), new).content
    assert not User.objects.filter(email="who@funnel.example").exists()


def test_signing_out_is_asked_and_then_done(client, sam):
    client.force_login(sam)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.post(reverse("account_logout")).url == reverse("account_login")
    assert client.get("/me/").status_code == 302
