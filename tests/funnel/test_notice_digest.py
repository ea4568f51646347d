"""The digest: at 07:30 on the reader's clock, on workdays, once a day, with what has come since."""

from datetime import time

import pytest
import time_machine

from funnel.models import NoticeHours, Organisation
from funnel.notices.tasks import mail_digests
from tests.mailing import back, late

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]
MONDAY = "2026-01-12T10:00Z"  # UTC is the organisation's zone in these tests


def told(moment, *users, key="1", **more):
    with time_machine.travel(moment, tick=False):
        return back(*users, key=key, **more)


def run(*moments):
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            mail_digests()


def days(outbox):
    return [mail.subject for mail in outbox]


@pytest.mark.parametrize(
    ("zone", "before", "at"),
    [
        ("Europe/Berlin", "2026-07-14T05:29Z", "2026-07-14T05:30Z"),
        ("America/New_York", "2026-07-14T11:29Z", "2026-07-14T11:30Z"),
        ("Asia/Kathmandu", "2026-07-14T01:44Z", "2026-07-14T01:45Z"),
        ("Pacific/Kiritimati", "2026-07-13T17:29Z", "2026-07-13T17:30Z"),
    ],
)
def test_it_comes_at_half_past_seven_where_the_reader_is(sam, mailoutbox, zone, before, at):
    type(sam).objects.update(time_zone=zone)
    told("2026-07-13T08:00Z", sam)
    run(before)
    assert not mailoutbox
    run(at)
    assert days(mailoutbox) == ["Your digest: 1 notice"]


def test_it_follows_the_organisation_s_zone_through_a_change_of_the_clock(sam, mailoutbox):
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": "Europe/Berlin"})
    for number, day in enumerate(["2026-03-26", "2026-03-29"]):
        told(f"{day}T12:00Z", sam, key=str(number))
    run("2026-03-27T06:29Z")
    assert len(mailoutbox) == 0
    run("2026-03-27T06:30Z", "2026-03-30T05:29Z")
    assert len(mailoutbox) == 1
    run("2026-03-30T05:30Z")
    assert len(mailoutbox) == 2


def test_it_tells_what_has_come_since_grouped_by_event(sam, mailoutbox):
    sam.notice_choices.create(event="late", mail="digest")
    told(MONDAY, sam, title="Bea came back", path="/leads/7/")
    told(MONDAY, sam, key="2", title="Cleo came back", words="Too early.")
    with time_machine.travel(MONDAY, tick=False):
        late(sam)
    run("2026-01-13T07:30Z")
    (mail,) = mailoutbox
    lines = [line.strip() for line in mail.body.splitlines()]
    groups = [lines.index(words) for words in ("A lead came back", "An offer is late")]
    assert groups == sorted(groups) and "Too early." in lines
    assert "http://127.0.0.1:8000/leads/7/" in lines
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_it_comes_once_a_day_however_often_it_runs(sam, mailoutbox):
    told(MONDAY, sam)
    run("2026-01-13T07:30Z", "2026-01-13T07:33Z")
    told("2026-01-13T07:29Z", sam, key="committed late")
    run("2026-01-13T07:36Z", "2026-01-13T23:59Z")
    assert len(mailoutbox) == 1
    run("2026-01-14T07:30Z")
    assert len(mailoutbox) == 2


def test_what_comes_after_it_waits_for_the_next(sam, mailoutbox):
    run("2026-01-13T07:30Z")
    told("2026-01-13T09:00Z", sam)
    run("2026-01-13T09:03Z")
    assert not mailoutbox
    run("2026-01-14T07:31Z")
    assert len(mailoutbox) == 1


def test_a_day_without_news_has_none(sam, mailoutbox):
    run("2026-01-13T07:30Z", "2026-01-14T07:30Z")
    assert not mailoutbox and not NoticeHours.objects.exists()


def test_the_weekend_has_none_and_monday_tells_all_of_it(sam, mailoutbox):
    for day in (16, 17, 18):  # Friday to Sunday
        told(f"2026-01-{day}T12:00Z", sam, key=str(day))
    run("2026-01-17T07:30Z", "2026-01-18T12:00Z")
    assert not mailoutbox
    run("2026-01-19T07:30Z")
    assert days(mailoutbox) == ["Your digest: 3 notices"]


def test_after_an_outage_one_comes_later_the_same_day(sam, mailoutbox):
    told(MONDAY, sam)
    told("2026-01-14T12:00Z", sam, key="2")
    run("2026-01-15T15:00Z", "2026-01-15T15:03Z")
    assert days(mailoutbox) == ["Your digest: 2 notices"]


def test_quiet_hours_delay_it(sam, mailoutbox):
    NoticeHours.objects.create(user=sam, quiet_from=time(20), quiet_to=time(9))
    told(MONDAY, sam)
    run("2026-01-13T07:30Z", "2026-01-13T08:59Z")
    assert not mailoutbox
    run("2026-01-13T09:00Z")
    assert len(mailoutbox) == 1


def test_one_that_fails_comes_with_the_next_run(sam, ben, mailoutbox, settings):
    told(MONDAY, sam, ben)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.RefusesSam"
    run("2026-01-13T07:30Z")
    settings.EMAIL_BACKEND = works
    run("2026-01-13T07:33Z", "2026-01-13T07:36Z")
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["ben", "sam"]


def test_after_a_killed_worker_it_comes_the_next_day_and_not_twice(sam, mailoutbox, settings):
    told(MONDAY, sam)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.Killed"
    with pytest.raises(SystemExit):
        run("2026-01-13T07:30Z")
    settings.EMAIL_BACKEND = works
    run("2026-01-13T12:00Z")
    assert not mailoutbox
    run("2026-01-14T07:30Z", "2026-01-14T07:33Z")
    assert len(mailoutbox) == 1
