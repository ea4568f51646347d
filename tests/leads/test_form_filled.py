"""What strangers meet: conditions, languages, versions, consents, thanks."""

import pytest
import time_machine

from leads.capture.tasks import decide_received
from leads.forms.actions.consents import reword
from leads.forms.actions.drafting import begin, remove_field, write_texts
from leads.forms.actions.publishing import publish
from leads.models import Consent, ConsentText, Lead, Submission
from tests.forms import NEWS, a_long_form
from tests.story import a_campaign

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada", "email": "ada@example.com", "words": "Too loud"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-03 10:00", tick=False) as clock:
        yield clock


@pytest.fixture
def long_form(mara):
    return a_long_form(mara)


@pytest.fixture
def fill(client, clock, long_form):
    form, _keys = long_form

    def fill(*, address="", **values):
        page = client.get(form.address + address)
        clock.shift(5)
        ticket = page.context["typed"]["ticket"].value()
        return client.post(form.address + address, ADA | {"ticket": ticket} | values)

    return fill


def test_what_a_condition_asks_has_to_be_answered_only_then(fill):
    assert fill(choice1="Kita").status_code == 302
    page = fill(choice1="Office")
    assert page.context["typed"].errors == {"number1": ["This field is required."]}
    assert fill(choice1="Office", number1="12").status_code == 302


def test_what_stands_in_a_field_that_was_not_asked_is_not_kept(fill):
    assert fill(choice1="Kita", number1="not a number").status_code == 302
    assert "number1" not in Submission.objects.get().payload


def test_what_was_answered_stands_with_the_lead(fill):
    fill(choice1="Office", number1="12")
    decide_received()
    assert Lead.objects.get().words == "Too loud\n\nWhich room?: Office\nHow many desks?: 12"


def test_an_answer_that_was_not_offered_is_refused(fill):
    assert "choice1" in fill(choice1="Villa").context["typed"].errors


def test_everybody_reads_the_form_in_their_language(client, long_form):
    form, _keys = long_form
    german = client.get(form.address, headers={"accept-language": "de-AT,en;q=0.5"})
    assert "Welcher Raum?" in german.text and "Büro" in german.text and "Absenden" in german.text
    assert "How many desks?" in german.text  # nobody has translated it
    for asked in ("?lang=en", "?lang=xx", ""):
        assert "Which room?" in client.get(form.address + asked).text


def test_what_is_wrong_is_told_in_their_language_too(fill):
    page = fill(address="?lang=de", choice1="Kita", email="", phone="")
    (told,) = page.context["typed"].errors["email"]
    assert "eins genügt" in told and Submission.objects.get().language == "de"


def test_a_page_that_was_open_keeps_its_version(client, clock, long_form, mara):
    form, keys = long_form
    page = client.get(form.address)
    remove_field(form, keys["choice"], by=mara)
    publish(form, by=mara)
    clock.shift(5)
    old = {"ticket": page.context["typed"]["ticket"].value(), "choice1": "Kita"}
    assert client.post(form.address, ADA | old).status_code == 302
    kept = Submission.objects.get()
    assert (kept.version, kept.payload["choice1"]) == (2, "Kita")
    assert "choice1" not in client.get(form.address).context["typed"].fields


def test_a_consent_is_kept_with_its_exact_words(fill):
    fill(address="?lang=de", choice1="Kita", consent1="yes")
    decide_received()
    given = Consent.objects.get()
    assert (given.person.email, given.name, given.number) == ("ada@example.com", "News", 1)
    assert (given.words, given.language) == (NEWS["de"], "de")
    assert given.at == Submission.objects.get().received_at


def test_no_tick_no_consent(fill):
    fill(choice1="Kita")
    decide_received()
    assert Lead.objects.exists() and not Consent.objects.exists()


def test_a_new_wording_is_said_once_the_form_is_published_again(client, fill, long_form, mara):
    form, _keys = long_form
    reword(ConsentText.objects.get(), by=mara, words={"en": "Monthly."}, purpose="Letters")
    assert NEWS["en"] in client.get(form.address).text
    write_texts(form, by=mara, title={"en": "Ask"})
    publish(form, by=mara)
    fill(choice1="Kita", consent1="yes")
    decide_received()
    assert (Consent.objects.get().number, Consent.objects.get().words) == (2, "Monthly.")


def test_the_lead_and_the_person_show_what_was_agreed_to(client, fill, mara):
    fill(choice1="Kita", consent1="yes")
    decide_received()
    lead = Lead.objects.get()
    client.force_login(mara)
    for page in (lead.get_absolute_url(), lead.person.get_absolute_url()):
        assert NEWS["en"] in client.get(page).text


def test_they_are_led_to_the_stored_address_and_to_no_other(fill, long_form, mara):
    form, _keys = long_form
    write_texts(form, by=mara, thanks_url="https://shop.example/thanks")
    publish(form, by=mara)
    answer = fill(
        address="?next=https://evil.example&thanks_url=https://evil.example", choice1="Kita"
    )
    assert answer.url == "https://shop.example/thanks"


def test_texts_of_strangers_are_capped_plain_and_escaped(client, fill, mara):
    page = fill(choice1="Office", number1="<b>1\x00</b>")
    assert "&lt;b&gt;1" in page.text and "<b>1" not in page.text
    assert Submission.objects.get().payload["number1"] == "<b>1</b>"


def test_the_page_of_another_form_opens_no_draft_and_what_it_sends_is_kept_once_it_is_published(
    client, long_form, mara
):
    ticket = client.get(long_form[0].address).context["typed"]["ticket"].value()
    draft = begin(a_campaign(mara), by=mara, title="Later")
    ask = {"ticket": ticket, "words": "Price?", "email": "ada@example.com"}
    assert client.post(f"/f/{draft.token}/", ask).status_code == 410
    publish(draft, by=mara)
    assert client.post(f"/f/{draft.token}/", ask).status_code == 302
    assert Submission.objects.get().form == draft


def test_what_is_sent_to_no_form_is_sent_nowhere(client, long_form):
    ticket = client.get(long_form[0].address).context["typed"]["ticket"].value()
    assert client.post("/f/nothing/", {"ticket": ticket}).status_code == 404
