"""Mail at once: outside quiet hours, one per person and event, and only once."""

from datetime import time

import pytest
import time_machine

from funnel.models import Notice, NoticeHours
from funnel.notices.outbox import LEASE, STALE
from funnel.notices.tasks import mail_notices
from tests.mailing import back, late
from tests.story import ago

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]


def quiet(user, begins, ends, zone="Europe/Berlin"):
    NoticeHours.objects.create(user=user, quiet_from=time(*begins), quiet_to=time(*ends))
    user.time_zone = zone
    user.save()


def mails_at(moment, outbox):
    """How many mails the run at `moment` (UTC) sends."""
    before = len(outbox)
    with time_machine.travel(moment, tick=False):
        mail_notices()
    return len(outbox) - before


def test_what_is_urgent_is_mailed_with_its_way_there_and_its_way_out(sam, mailoutbox):
    late(sam, words="Since 10:31.\nCall her.", path="/handoffs/")
    mail_notices()
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Ada waits", ["sam@funnel.example"])
    assert "Since 10:31.\nCall her." in mail.body
    assert "\nhttp://127.0.0.1:8000/handoffs/\n" in mail.body
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.extra_headers["List-Unsubscribe"].strip("<>") in mail.body
    assert mail.content_subtype == "plain"


def test_two_runs_mail_once(sam, mailoutbox):
    late(sam)
    mail_notices()
    mail_notices()
    assert len(mailoutbox) == 1
    assert Notice.objects.get().mailed_at


def test_several_of_one_event_are_one_mail(sam, ben, mailoutbox):
    for number in range(3):
        late(sam, ben, key=str(number), title=f"Lead {number} waits")
    mail_notices()
    assert sorted(mail.subject for mail in mailoutbox) == ["An offer is late (3)"] * 2
    assert all(f"Lead {number} waits" in mailoutbox[0].body for number in range(3))


def test_the_digest_s_are_not_mailed_at_once(sam, mailoutbox):
    back(sam)
    mail_notices()
    assert not mailoutbox


def test_who_left_meanwhile_is_not_mailed(sam, mailoutbox):
    late(sam)
    type(sam).objects.update(is_active=False)
    mail_notices()
    assert not mailoutbox


def test_a_mail_that_fails_is_tried_again_and_stops_nobody_else(sam, ben, mailoutbox, settings):
    late(sam, ben)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.RefusesSam"
    mail_notices()
    assert [mail.to for mail in mailoutbox] == [["ben@funnel.example"]]
    settings.EMAIL_BACKEND = works
    mail_notices()
    assert [mail.to for mail in mailoutbox[1:]] == [["sam@funnel.example"]]


def test_a_worker_killed_between_claim_and_mark_loses_nothing(sam, ben, mailoutbox, settings):
    late(sam)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.Killed"
    with pytest.raises(SystemExit):
        mail_notices()
    settings.EMAIL_BACKEND = works
    mail_notices()  # the claim may still be somebody's who is at work
    assert not mailoutbox
    Notice.objects.update(claimed_at=ago(seconds=LEASE.total_seconds() + 1))
    for _run in range(2):
        mail_notices()
    assert len(mailoutbox) == 1


def test_what_is_too_old_to_be_news_is_not_mailed(sam, mailoutbox):
    late(sam)
    Notice.objects.update(recorded_at=ago(seconds=STALE.total_seconds() + 1))
    mail_notices()
    assert not mailoutbox


def test_quiet_hours_across_midnight_only_delay(sam, mailoutbox):
    quiet(sam, (22, 0), (7, 0))
    with time_machine.travel("2026-01-14T20:30Z", tick=False):
        late(sam)
    during = ["2026-01-14T21:00Z", "2026-01-14T23:30Z", "2026-01-15T05:59Z"]
    assert [mails_at(moment, mailoutbox) for moment in during] == [0, 0, 0]
    assert mails_at("2026-01-15T06:00Z", mailoutbox) == 1


@pytest.mark.parametrize(
    ("told", "still", "over"),
    [
        ("2026-03-28T22:00Z", "2026-03-29T04:59Z", "2026-03-29T05:00Z"),  # the clock goes forward
        ("2026-10-24T21:00Z", "2026-10-25T05:59Z", "2026-10-25T06:00Z"),  # and back
    ],
)
def test_quiet_hours_follow_the_clock_on_the_wall(sam, mailoutbox, told, still, over):
    quiet(sam, (22, 0), (7, 0))
    with time_machine.travel(told, tick=False):
        late(sam)
    assert [mails_at(moment, mailoutbox) for moment in (told, still, over)] == [0, 0, 1]


def test_quiet_hours_at_noon_are_on_the_own_clock(sam, ben, mailoutbox):
    quiet(sam, (12, 0), (13, 0), "Asia/Kolkata")
    quiet(ben, (12, 0), (13, 0), "America/New_York")
    with time_machine.travel("2026-01-14T06:30Z", tick=False):
        late(sam, ben)
        mail_notices()
    assert [mail.to for mail in mailoutbox] == [["ben@funnel.example"]]


def test_hours_that_begin_when_they_end_are_none(sam, mailoutbox):
    quiet(sam, (8, 0), (8, 0))
    late(sam)
    mail_notices()
    assert len(mailoutbox) == 1
