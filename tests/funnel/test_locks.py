"""Every package that is asked for is pinned, with its hashes."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LISTS = ["requirements", "requirements-local", "requirements-dev"]


def names(text):
    found = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", text, re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_is_in_step_with_what_is_asked_for(name):
    asked = names((CHECKOUT / f"{name}.in").read_text())
    assert asked <= names((CHECKOUT / f"{name}.txt").read_text()), "run bin/lock"


@pytest.mark.parametrize("name", LISTS)
def test_every_pin_has_its_hashes(name):
    pins = re.split(r"\n(?=\S)", (CHECKOUT / f"{name}.txt").read_text())
    assert [pin for pin in pins if "==" in pin and "--hash=sha256:" not in pin] == []


def test_one_package_has_one_version_everywhere():
    pins = set()
    for name in LISTS:
        pins |= set(
            re.findall(r"^(\S+==\S+)(?: ;| \\)", (CHECKOUT / f"{name}.txt").read_text(), re.M)
        )
    twice = [pin.split("==")[0] for pin in pins]
    assert {name for name in twice if twice.count(name) > 1} == set()
