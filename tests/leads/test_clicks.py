"""Whose click it was."""

import subprocess
import sys
import time

import pytest

from leads.links.queries import clicks_of, days_of, human_clicks
from leads.models import Click, Link
from tests.links import a_link, clicked, follow, moved

pytestmark = pytest.mark.django_db
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def link(mara):
    return a_link(mara)


def judged(link, **hint):
    clicked(link, **hint)
    (click,) = moved()
    return click.kind, click.why


@pytest.mark.parametrize(
    "hint, kind, why",
    [
        ({}, "human", ""),
        ({"agent": IPHONE}, "human", ""),
        ({"agent": "Mozilla/5.0 (compatible; bingbot/2.0)"}, "automatic", "robot"),
        ({"agent": "facebookexternalhit/1.1"}, "automatic", "robot"),
        ({"agent": "python-requests/2.32"}, "automatic", "robot"),
        ({"agent": ""}, "automatic", "nameless"),
        ({"method": "HEAD"}, "automatic", "asked_only"),
        ({"ahead": "prefetch;prerender"}, "automatic", "ahead"),
        ({"ahead": "preview"}, "automatic", "ahead"),
        ({"language": False}, "likely", "no_language"),
        ({"came": 121}, "likely", "crowd"),
    ],
)
def test_people_and_machines_are_told_apart_and_it_is_said_why(link, hint, kind, why):
    assert judged(link, **hint) == (kind, why)


def test_a_mail_filter_follows_every_link_of_a_mail_at_once(link, mara):
    other, began = a_link(mara, campaign=link.campaign, content="two"), time.time() - 60
    for each, after in ((link, 0), (other, 1.5), (link, 30)):
        clicked(each, at=began + after)
    clicked(other, at=began + 1, visitor="somebody else")
    found = [(click.visitor, click.why) for click in moved()]
    assert found == [("v1", "filter"), ("somebody else", ""), ("v1", "filter"), ("v1", "")]


def test_a_filter_is_known_also_by_what_is_in_the_ledger_already(link, mara):
    began = time.time() - 60
    clicked(link, at=began)
    moved()
    clicked(a_link(mara, campaign=link.campaign), at=began + 1)
    assert [click.why for click in moved()] == ["", "filter"]


def test_one_link_pressed_twice_is_no_filter(link):
    for after in (0, 0.5):
        clicked(link, at=time.time() - 60 + after)
    assert [click.kind for click in moved()] == ["human", "human"]


def test_what_has_not_settled_waits_for_the_rest_of_its_mail(link):
    from leads.links.tasks import move_clicks

    clicked(link, at=time.time())
    move_clicks()
    assert not Click.objects.exists()


def test_it_says_with_what_and_from_where(client, link):
    follow(client, link, **{"user-agent": IPHONE, "referer": "https://News.example/a?secret=1"})
    (click,) = moved()
    told = click.browser, click.system, click.device, click.referrer
    assert told == ("Mobile Safari", "iOS", "iPhone", "news.example")


def test_no_address_is_kept_and_a_visitor_is_another_one_tomorrow(client, link, time_machine):
    for day in ("2026-03-03 10:00", "2026-03-03 18:00", "2026-03-04 10:00"):
        time_machine.move_to(day)
        follow(client, link)
    one, same, tomorrow = moved()
    assert one.visitor == same.visitor != tomorrow.visitor
    assert "127.0.0.1" not in str(vars(one))


def test_strangers_text_is_capped_and_has_no_unseen_characters(client, link):
    odd = {"user-agent": "Mozilla/5.0\x00 " + "x" * 2000, "referer": "https://[bad"}
    follow(client, link, **odd)
    (click,) = moved()
    assert "\x00" not in click.agent and len(click.agent) == 300 and click.referrer == ""


def test_all_are_kept_and_those_of_people_are_counted(link, mara, client):
    for visitor, hint in (("a", {}), ("a", {}), ("b", {}), ("c", {"came": 121})):
        clicked(link, visitor=visitor, **hint)
    clicked(link, agent="Googlebot/2.1")
    clicked(link, by=mara.pk)
    moved()
    found = clicks_of(link)
    assert (found.human, found.visitors, found.likely, found.automatic) == (3, 2, 1, 1)
    assert (found.all, found.tests, human_clicks([link.campaign])) == (5, 1, {link.campaign_id: 3})
    today = days_of(link)[-1]
    assert (today.human, today.visitors, today.likely, today.automatic) == (3, 2, 1, 1)


def test_clicks_on_a_link_that_is_gone_are_told_in_the_log(link, caplog):
    clicked(Link(pk=link.pk + 1))
    assert moved() == [] and "1 clicks were on links that are gone" in caplog.text


def test_the_ledger_of_clicks_is_not_rewritten(link):
    from django.db import IntegrityError

    clicked(link)
    moved()
    with pytest.raises(IntegrityError):
        Click.objects.update(kind="automatic")


def test_no_web_process_loads_the_patterns_of_browsers_and_robots():
    asked = (
        "import sys, django; django.setup(); import funnel.urls;"
        "print(sorted({'ua_parser', 'crawlerdetect'} & set(sys.modules)))"
    )
    env = {"DJANGO_SETTINGS_MODULE": "funnel.settings"}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=env | _paths(), capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]", told.stderr


def _paths():
    import os

    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
