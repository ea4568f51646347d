"""The queue of pairs, both side by side, and the way back."""

from uuid import uuid4

import pytest

from leads.merging.finding import find_pairs
from leads.merging.tasks import look_for_pairs
from leads.models import Lead, Merge, Pair, Person
from leads.responses.actions import respond
from tests.cast import a_user
from tests.story import a_campaign, a_lead, a_person, ago, an_accepted, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(db):
    ada = a_person(name="Ada Berg", email="ada@paypal.com", company="Kita Linde")
    return ada, a_person(name="A. Berg", email="ada@paypa1.com", phone="+493023125001")


@pytest.fixture
def pair(two):
    look_for_pairs()
    return Pair.objects.get()


def address(two):
    return f"/people/{two[0].pk}/merge/{two[1].pk}/"


def text(response):
    return " ".join(response.content.decode().split())


def test_the_queue_says_who_may_be_one_and_why(client, mara, pair):
    client.force_login(mara)
    page = text(client.get("/people/same/"))
    assert "ada@paypa1.com" in page and "an address that looks the same" in page
    for place in (pair.low.get_absolute_url(), "/people/"):
        assert "aybe" in text(client.get(place))


def test_an_empty_queue_says_what_will_be_here(client, mara):
    client.force_login(mara)
    assert "Nobody is here twice" in text(client.get("/people/same/"))
    for view in ("apart", "merged", "nonsense"):
        assert client.get(f"/people/same/?view={view}").status_code == 200


def test_the_queue_has_pages_and_few_queries(client, mara, django_assert_max_num_queries):
    people = [a_person(name=f"P{number}") for number in range(61)]
    rows = [Pair(low=people[0], high=each, signs=["name"]) for each in people[1:]]
    Pair.objects.bulk_create(rows)
    client.force_login(mara)
    client.get("/people/same/")
    with django_assert_max_num_queries(18):
        page = client.get("/people/same/?page=2").context["page"]
    assert (page.paginator.count, len(page.object_list)) == (60, 10)


def test_both_are_side_by_side_with_what_will_happen(client, mara, two):
    letter = a_campaign(mara, type="email")
    for days, person in enumerate(two, 1):
        respond(person, letter, "sent", by=mara)
        a_lead(mara, person=person, at=ago(days=days))
    client.force_login(mara)
    page = text(client.get(address(two)))
    for said in (
        "1 lead, 1 touchpoint",
        "Both have an open lead",
        "In 1 campaign both",
        "3 keys find them",
    ):
        assert said in page
    assert not Merge.objects.exists()


def test_what_is_chosen_is_kept_and_sent_twice_it_is_once(client, mara, two):
    client.force_login(mara)
    form = {"once": uuid4(), "name": "gone", "email": "kept"}
    for _click in range(2):
        answer = client.post(address(two), form)
        assert answer.url == two[0].get_absolute_url()
    ada = Person.objects.get(pk=two[0].pk)
    assert (ada.name, ada.email, ada.phone) == ("A. Berg", "ada@paypal.com", "+493023125001")
    assert Merge.objects.count() == 1


def test_the_page_of_who_was_merged_leads_to_who_they_are_and_back(client, mara, two, pair):
    client.force_login(mara)
    client.post(address(two), {"once": uuid4()})
    went = client.get(two[1].get_absolute_url(), follow=True)
    assert went.redirect_chain[-1][0] == two[0].get_absolute_url()
    assert "was merged into this record" in text(went)
    assert client.get(address(two)).status_code == 302
    assert "A. Berg" in text(client.get("/people/same/?view=merged"))
    back = client.post(f"/merges/{Merge.objects.get().pk}/undoing/")
    assert back.url == two[1].get_absolute_url()
    assert client.get(two[1].get_absolute_url()).status_code == 200


def test_not_the_same_is_remembered_and_taken_back(client, mara, pair):
    client.force_login(mara)
    client.post(f"/people/same/{pair.pk}/apart/")
    assert find_pairs() == 0 and not Pair.objects.open().exists()
    assert "Mara" in text(client.get("/people/same/?view=apart"))
    client.post(f"/people/same/{pair.pk}/asking/")
    assert Pair.objects.open().get() == pair


def test_two_that_sales_was_offered_cannot_be_merged_and_the_page_says_why(client, mara, sam, two):
    for person in two:
        an_accepted(mara, sam, person=person)
    client.force_login(mara)
    assert "Close one of the two first" in text(client.get(address(two)))
    answer = client.post(address(two), {"once": uuid4(), "name": "gone"})
    assert answer.status_code == 422 and "Close one" in text(answer)
    assert not Merge.objects.exists()


def test_a_choice_that_is_none_is_told_and_nothing_is_done(client, mara, two):
    client.force_login(mara)
    answer = client.post(address(two), {"once": uuid4(), "name": "both\0"})
    assert answer.status_code == 422 and not Merge.objects.exists()


def test_who_may_not_merge_sees_the_queue_without_its_buttons(client, ana, pair, two):
    client.force_login(ana)
    assert "Compare" not in text(client.get("/people/same/"))
    assert client.post(address(two)).status_code == 403
    assert not Merge.objects.exists()


def test_an_agency_does_not_see_a_pair_of_which_one_is_not_its_own(client, agency, pair, two):
    a_lead(agency, person=two[0])
    client.force_login(agency)
    assert "paypa1" not in text(client.get("/people/same/"))
    assert client.get(address(two)).status_code == 404
    assert client.post(f"/people/same/{pair.pk}/apart/").status_code == 404


def test_a_manager_finds_the_other_by_searching(client, two):
    greta = a_user("Greta", "manager")
    client.force_login(greta)
    page = text(client.get(f"/people/{two[0].pk}/merge/?q=berg"))
    assert address(two) in page


def test_a_lead_says_that_its_person_may_be_another(client, mara, sam, two, pair):
    handoff = an_offer(mara, sam, person=two[0])
    client.force_login(mara)
    assert "maybe same as" in text(client.get(handoff.lead.get_absolute_url()))


def test_the_page_of_a_folded_lead_leads_to_the_one_that_stays(client, mara, two):
    stays, folded = (
        a_lead(mara, person=each, at=ago(days=n)) for n, each in zip((2, 1), two, strict=True)
    )
    client.force_login(mara)
    client.post(address(two), {"once": uuid4()})
    assert client.get(folded.get_absolute_url()).url == stays.get_absolute_url()


def test_who_may_not_see_the_lead_that_stays_is_told_of_neither(client, mara, sam, two):
    folded = [a_lead(mara, person=each, at=ago(days=n)) for n, each in enumerate(two)][0]
    client.force_login(mara)
    client.post(address(two), {"once": uuid4()})
    client.force_login(sam)
    assert Lead._base_manager.get(pk=folded.pk).folded_into
    for place in (folded.get_absolute_url(), two[1].get_absolute_url()):
        assert client.get(place).status_code == 404
