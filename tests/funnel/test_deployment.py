"""What keeps a public installation from starting, and what a private one may leave unsaid."""

import pytest

from funnel.deployment import insecure, is_private, refuse_insecure

GOOD = {
    "secret_key": "q8wZ-3nV5yT1xK9mB7cR2dF4gH6jL0pS_aUeIoYtWvXz12345678",
    "allowed_hosts": ["funnel.example"],
    "base_url": "https://funnel.example",
}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"secret_key": ""}, "SECRET_KEY"),
        ({"secret_key": "secret"}, "SECRET_KEY"),
        ({"secret_key": "a" * 64}, "SECRET_KEY"),
        ({"allowed_hosts": []}, "ALLOWED_HOSTS"),
        ({"allowed_hosts": ["*"]}, "ALLOWED_HOSTS"),
        ({"base_url": "http://funnel.example"}, "BASE_URL"),
    ],
)
def test_an_insecure_default_is_refused_by_its_name(changed, named):
    with pytest.raises(SystemExit, match=named):
        refuse_insecure(**{**GOOD, **changed})


def test_a_secure_installation_starts():
    assert list(insecure(**GOOD)) == []


@pytest.mark.parametrize(
    ("environ", "private"),
    [
        ({}, True),
        ({"DATABASE_URL": "postgres://elsewhere/funnel"}, True),
        ({"BASE_URL": "http://127.0.0.1:8000"}, True),
        ({"DEBUG": "off"}, False),
        ({"DEBUG": "off", "FUNNEL_LOCAL": "on"}, True),
        ({"ALLOWED_HOSTS": "funnel.example"}, False),
        ({"BASE_URL": "https://funnel.example"}, False),
    ],
)
def test_only_what_nobody_else_can_reach_is_private(environ, private):
    assert is_private(environ, debug=False) is private


def test_development_is_private():
    assert is_private({"DEBUG": "on", "ALLOWED_HOSTS": "funnel.example"}, debug=True)
