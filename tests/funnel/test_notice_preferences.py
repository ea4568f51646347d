"""What one is told of, where, and when not."""

from datetime import time

import pytest
from django.urls import reverse

from funnel.models import Notice, NoticeChoice, NoticeHours
from tests.mailing import late

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("occasions")]
CHOICES = {"centre-late": "on", "mail-late": "never", "mail-back": "now", "mail-seen": "digest"}
HOURS = {"mail": "on", "digest": "on", "quiet_from": "22:00", "quiet_to": "06:30"}


def save(client, user, **data):
    client.force_login(user)
    return client.post(reverse("funnel:my_notices"), data)


def shown(client, user):
    client.force_login(user)
    return client.get(reverse("funnel:my_notices"))


def chosen(user):
    choices = NoticeChoice.objects.filter(user=user).order_by("event")
    return list(choices.values_list("event", "centre", "mail"))


def test_without_a_choice_the_page_shows_what_holds(client, sam):
    form = shown(client, sam).context["form"]
    rows = [(label, box.value(), mail.value()) for label, box, mail in form.rows]
    assert rows == [
        ("An offer is late", True, "now"),
        ("A lead came back", True, "digest"),
        ("A quote was opened", True, "never"),
    ]
    assert not NoticeHours.objects.exists() and not NoticeChoice.objects.exists()


def test_every_event_is_chosen_by_itself_and_twice_is_once(client, sam, ben):
    for _twice in range(2):
        assert save(client, sam, **CHOICES, **HOURS).url == reverse("funnel:my_notices")
    assert chosen(sam) == [
        ("back", False, "now"),
        ("late", True, "never"),
        ("seen", False, "digest"),
    ]
    assert chosen(ben) == [] and late(sam, ben)[1].mail == "now"


def test_quiet_hours_are_kept_and_shown_again(client, sam):
    save(client, sam, **CHOICES, **HOURS)
    hours = NoticeHours.objects.get(user=sam)
    assert (hours.quiet_from, hours.quiet_to) == (time(22), time(6, 30))
    assert 'value="22:00"' in shown(client, sam).text


def test_half_of_quiet_hours_is_refused_at_the_field(client, sam):
    page = save(client, sam, **CHOICES, **HOURS | {"quiet_to": ""})
    assert page.status_code == 422
    assert page.context["form"].errors == {"quiet_to": ["Quiet hours need a beginning and an end."]}
    assert chosen(sam) == [] and not NoticeHours.objects.exists()


@pytest.mark.parametrize("odd", [{"mail-late": "weekly"}, {"quiet_from": "25:00"}])
def test_what_cannot_be_is_refused(client, sam, odd):
    assert save(client, sam, **CHOICES | HOURS | odd).status_code == 422
    assert chosen(sam) == []


def test_without_mail_and_digest_what_waits_is_not_mailed(client, sam):
    late(sam)
    save(client, sam, quiet_from="", quiet_to="")
    hours = NoticeHours.objects.get(user=sam)
    assert (hours.mail, hours.digest, Notice.objects.get().mail) == (False, False, "never")


def test_an_event_that_is_gone_keeps_its_choice(client, sam):
    sam.notice_choices.create(event="gone", mail="digest")
    save(client, sam, **CHOICES, **HOURS)
    assert ("gone", True, "digest") in chosen(sam)


def test_where_nothing_is_told_the_page_says_so(client, sam, monkeypatch):
    monkeypatch.setattr("funnel.notices.events._events", {})
    assert "There is nothing to choose from yet." in shown(client, sam).text
    assert save(client, sam, **HOURS).status_code == 302


def test_one_s_own_settings_lead_there(client, sam):
    client.force_login(sam)
    assert reverse("funnel:my_notices") in client.get(reverse("funnel:me")).text
