"""What strangers sent and what a person makes of it."""

import uuid

import pytest

from funnel.refusal import Refusal
from leads.capture.actions.deciding import decide, mend, set_aside
from leads.capture.actions.keeping import keep
from leads.capture.models import Submission
from leads.models import Lead
from tests.story import a_campaign, a_form, a_person, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara))


def kept(form, suspicion="", **payload):
    payload = {"name": "Ada", "email": "ada@example.com", "words": "Price?"} | payload
    return keep(form, submission_id=uuid.uuid4(), payload=payload, suspicion=suspicion)[0]


def held(form, **payload):
    return decide(kept(form, "trap", **payload))


def broken(form):
    return decide(kept(form, email="", phone="0401234"))


def test_deciding_twice_makes_one_lead(form):
    submission = kept(form)
    decide(submission)
    decide(submission)
    assert trail(Lead.objects.get()) == ["captured"]


def test_a_known_person_is_matched(form):
    person = a_person(email="ADA@example.com")
    submission = decide(kept(form))
    assert (submission.outcome, submission.lead.person) == ("matched", person)


def test_what_is_held_waits_in_the_inbox_with_its_reason(client, mara, form):
    held(form)
    client.force_login(mara)
    page = client.get("/submissions/")
    assert "Held back" in page.text and page.context["waiting"] == 1


def test_a_marketer_admits_what_was_held(client, mara, form):
    submission = held(form)
    client.force_login(mara)
    for _time in range(2):
        client.post(f"/submissions/{submission.pk}/admission/")
    submission.refresh_from_db()
    assert (submission.outcome, submission.decided_by) == ("created", mara)
    assert Lead.objects.count() == 1


def test_a_marketer_mends_what_could_not_be_read_and_the_original_stays(client, mara, form):
    submission = broken(form)
    client.force_login(mara)
    values = {"name": "Ada", "phone": "+49401234567", "words": "Price?"}
    page = client.post(f"/submissions/{submission.pk}/mending/", values, follow=True)
    submission.refresh_from_db()
    assert (submission.outcome, submission.payload["phone"]) == ("created", "0401234")
    assert submission.lead.person.phone == "+49401234567" and "0401234" in page.text


def test_mending_that_mends_nothing_is_refused_at_the_field(client, mara, form):
    submission = broken(form)
    client.force_login(mara)
    page = client.post(f"/submissions/{submission.pk}/mending/", {"phone": "040 99"})
    assert page.status_code == 422
    assert page.context["typed"].errors["phone"] == ["The phone number lacks its country code."]


def test_what_is_set_aside_makes_no_lead_and_can_still_be_admitted(mara, form):
    submission = set_aside(held(form), by=mara)
    assert submission.outcome == "aside" and not Lead.objects.exists()
    assert decide(submission, by=mara, admit=True).outcome == "created"


def test_what_became_a_lead_can_neither_be_mended_nor_set_aside(mara, form):
    submission = decide(kept(form))
    for act in (
        lambda: mend(submission, by=mara, name="B"),
        lambda: set_aside(submission, by=mara),
    ):
        with pytest.raises(Refusal, match="already become a lead"):
            act()


@pytest.mark.parametrize("act", ["admission", "aside", "mending"])
@pytest.mark.parametrize("who, code", [("ana", 403), ("sam", 403), ("agency", 404)])
def test_who_may_not_decides_nothing(client, request, form, act, who, code):
    submission = held(form)
    client.force_login(request.getfixturevalue(who))
    assert client.post(f"/submissions/{submission.pk}/{act}/").status_code == code
    assert Submission.objects.get().outcome == "held"


def test_the_inbox_shows_one_outcome_at_a_time(client, mara, form):
    held(form)
    decide(kept(form, email="b@example.com"))
    client.force_login(mara)
    counts = {
        view: client.get(f"/submissions/?view={view}").context["page"].paginator.count
        for view in ("waiting", "held", "error", "created", "all")
    }
    assert counts == {"waiting": 1, "held": 1, "error": 0, "created": 1, "all": 2}


def test_an_empty_inbox_says_so(client, mara):
    client.force_login(mara)
    assert "Nothing waits to be looked at" in client.get("/submissions/").text


def test_a_full_inbox_asks_few_questions(client, mara, form, django_assert_max_num_queries):
    for number in range(60):
        decide(kept(form, email=f"a{number}@example.com"))
    client.force_login(mara)
    with django_assert_max_num_queries(22):
        assert len(client.get("/submissions/?view=all").context["page"]) == 50
