"""Several workers and several tellers at once, on a real database."""

import pytest
import time_machine

from funnel.models import Notice
from funnel.notices.tasks import mail_digests, mail_notices
from tests.cast import a_user
from tests.deals.test_races import together
from tests.mailing import back, late

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("occasions"),
]


def people(count=6):
    return [a_user(f"S{number}", "salesperson") for number in range(count)]


def addresses(outbox):
    return sorted(mail.to[0] for mail in outbox)


def test_four_workers_at_once_mail_each_person_once(mailoutbox):
    told = people()
    late(*told)
    assert together([mail_notices] * 4) == [None] * 4
    assert addresses(mailoutbox) == sorted(user.email for user in told)


def test_four_workers_at_once_send_one_digest_each(mailoutbox):
    told = people()
    with time_machine.travel("2026-01-12T10:00Z", tick=False):
        back(*told)
    with time_machine.travel("2026-01-13T07:30Z", tick=False):
        assert together([mail_digests] * 4) == [None] * 4
    assert addresses(mailoutbox) == sorted(user.email for user in told)


def test_eight_who_tell_the_same_in_any_order_tell_it_once():
    told = people()
    turned = [told[number % 6 :] + told[: number % 6] for number in range(8)]
    answers = together([lambda users=users: late(*users) for users in turned])
    assert sum(len(answer) for answer in answers) == Notice.objects.count() == 6
