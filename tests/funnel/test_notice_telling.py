"""Telling people: in the transaction of what it tells, and never twice."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from funnel.models import Mail, Notice
from funnel.notices.actions import prefer, read, read_all, stop_mail, tell
from funnel.notices.queries import centre, unread
from tests.cast import a_user
from tests.mailing import back, late
from tests.story import ago

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]
HOURS = {"mail": True, "digest": True, "quiet_from": None, "quiet_to": None}


def test_everybody_is_told_once_in_one_question(sam, ben):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = late(sam, ben, sam, words="Since 10:31", path="/handoffs/", at=ago(hours=1))
    assert len(asked) == 1
    assert [(each.user, each.title, each.path) for each in told] == [
        (sam, "Ada waits", "/handoffs/"),
        (ben, "Ada waits", "/handoffs/"),
    ]
    assert Notice.objects.count() == 2


def test_the_same_thing_twice_is_one_notice(sam, ben):
    late(sam)
    assert [each.user for each in late(sam, ben, title="Ada still waits")] == [ben]
    assert [each.title for each in centre(sam)] == ["Ada waits"]


def test_another_thing_and_another_event_are_told(sam):
    assert len([*late(sam), *late(sam, key="2"), *back(sam)]) == 3


def test_what_is_undone_was_never_told(sam):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        late(sam)
        raise ZeroDivisionError
    assert not Notice.objects.exists()


def test_nobody_is_nobody(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert late() == []


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "leads/"]
)
def test_a_notice_leads_to_pages_of_ours_only(sam, path):
    with pytest.raises(ValueError, match="elsewhere|leads"):
        late(sam, path=path)


def test_nobody_is_told_of_what_was_not_registered(sam):
    with pytest.raises(KeyError):
        tell([sam], "unheard", "1", title="?")


def test_a_long_title_is_cut_and_stands_in_one_line(sam):
    (notice,) = late(sam, title="Ada\n Berg" + 300 * "x")
    assert notice.title.startswith("Ada Bergx") and len(notice.title) == 200


def test_each_event_has_its_own_way_where_nothing_was_chosen(sam):
    assert (late(sam)[0].mail, back(sam)[0].mail) == (Mail.NOW, Mail.DIGEST)
    assert tell([sam], "seen", "1", title="Opened")[0].mail == Mail.NEVER


@pytest.mark.parametrize("who", [{"sample": True}, {"is_active": False}])
def test_the_sample_and_who_left_are_not_mailed_but_told(who):
    ida = a_user("Ida", **who)
    (notice,) = late(ida)
    assert (notice.mail, unread(ida), notice.sample) == ("never", 1, ida.sample)


def test_nobody_is_mailed_about_a_sample(sam):
    (notice,) = late(sam, sample=True)
    assert (notice.mail, notice.sample) == ("never", True)


def test_who_has_no_address_is_not_mailed(sam):
    type(sam).objects.filter(pk=sam.pk).update(email=None)
    assert late(sam)[0].mail == Mail.NEVER


def test_a_choice_holds_for_what_comes(sam, ben):
    late(sam)
    prefer(sam, choices={"late": (False, "digest"), "back": (True, "now")}, **HOURS)
    told = [*late(sam, ben, key="2"), *back(sam)]
    assert [(each.centre, each.mail) for each in told] == [
        (False, "digest"),
        (True, "now"),
        (True, "now"),
    ]
    assert {each.title for each in centre(sam)} == {"Ada waits", "Bea came back"}


def test_what_waits_to_be_mailed_follows_the_choice_and_nothing_old_is_mailed_later(sam):
    (told,) = late(sam)
    became = []
    for how in (Mail.DIGEST, Mail.NOW, Mail.NEVER, Mail.NOW):
        prefer(sam, choices={"late": (True, how)}, **HOURS)
        told.refresh_from_db()
        became.append(told.mail)
    assert became == ["digest", "now", "never", "never"]


def test_who_stops_all_mail_gets_none_of_what_comes_either(sam):
    (waiting,) = late(sam)
    stop_mail(sam)
    waiting.refresh_from_db()
    assert [waiting.mail, late(sam, key="2")[0].mail, back(sam)[0].mail] == ["never"] * 3


def test_without_the_digest_nothing_waits_for_it(sam):
    (waiting,) = back(sam)
    stop_mail(sam, digest=True)
    waiting.refresh_from_db()
    assert [waiting.mail, back(sam, key="2")[0].mail] == ["never"] * 2
    assert late(sam)[0].mail == Mail.NOW


def test_read_twice_is_read_the_first_time(sam):
    (notice,) = late(sam)
    first = ago(hours=1)
    assert (read(notice, at=first), read(notice)) == (True, False)
    notice.refresh_from_db()
    assert notice.read_at == first


def test_what_comes_meanwhile_stays_unread_and_so_does_what_others_have(sam, ben):
    seen = [late(sam, ben, key=str(number))[0] for number in range(2)]
    late(sam, key="meanwhile")
    assert [read_all(sam, until=seen[-1].pk) for _twice in range(2)] == [2, 0]
    assert (unread(sam), unread(ben)) == (1, 2)
