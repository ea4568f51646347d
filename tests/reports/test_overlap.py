"""Two sellers on one company, two campaigns' sends to one person within a week."""

import pytest

from deals.closing.actions import lose
from deals.pipeline.actions import open_deal
from leads.responses.actions import respond
from reports.overlap import Sends, shared_companies
from tests.story import a_campaign, a_deal, a_lead, a_person, a_reason, ago, an_accepted, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleagues(db):
    return [a_person(name=name, company="Kita Linde") for name in ("Ada", "Bo", "Cy")]


def told(user):
    return {
        each.company.name: {who.name: [str(row) for row in rows] for who, rows in each.work.items()}
        for each in shared_companies(user)
    }


def test_two_sellers_on_one_company_are_named_with_what_they_work_on(
    mara, sam, ben, greta, colleagues
):
    ada, bo, cy = colleagues
    an_accepted(mara, sam, person=ada)
    an_offer(mara, ben, person=bo)
    open_deal(by=ben, name="On its own", person=cy)
    a_lead(mara, person=a_person(company="Kita Linde"))
    assert told(greta) == {"Kita Linde": {"Sam": ["Ada"], "Ben": ["Bo", "On its own"]}}


def test_one_seller_and_what_is_closed_are_no_overlap(mara, sam, ben, greta, colleagues):
    ada, bo, cy = colleagues
    an_accepted(mara, sam, person=ada)
    an_accepted(mara, sam, person=bo)
    lost = a_deal(mara, ben, person=cy)
    lose(lost, by=ben, reason=a_reason("loss", "price"), knowable="no")
    assert told(greta) == {}


def sent(mara, person, *days, campaigns):
    for day, campaign in zip(days, campaigns, strict=True):
        respond(person, campaign, "sent", by=mara, at=ago(days=day))


def test_two_campaigns_that_wrote_to_one_person_within_a_week(mara):
    letters = [a_campaign(mara, name=name, type="email") for name in ("One", "Two")]
    ada, bo, cy = a_person(name="Ada"), a_person(name="Bo"), a_person(name="Cy")
    sent(mara, ada, 9, 3, campaigns=letters)
    sent(mara, bo, 9, 2, campaigns=letters)
    sent(mara, cy, 9, campaigns=letters[:1])
    respond(cy, letters[1], "replied", by=mara, at=ago(days=8))
    assert [(each.person.name, each.first.name, each.second.name) for each in Sends(mara)[:9]] == [
        ("Ada", "One", "Two")
    ]


def test_what_lies_long_ago_or_is_not_ones_own_is_not_shown(mara, agency):
    letters = [a_campaign(mara, name=name, type="email") for name in ("One", "Two")]
    sent(mara, a_person(), 120, 119, campaigns=letters)
    assert len(Sends(mara)) == 0
    sent(mara, a_person(), 12, 11, campaigns=letters)
    assert (len(Sends(mara)), len(Sends(agency))) == (1, 0)


def test_the_pages_say_it_and_what_will_be_there(client, mara, greta, sam, ben, colleagues):
    client.force_login(greta)
    for view in ("companies", "sends", "nonsense"):
        assert "will be" not in client.get(f"/people/overlap/?view={view}").content.decode()
    ada, bo, _cy = colleagues
    for seller, person in ((sam, ada), (ben, bo)):
        a_deal(mara, seller, person=person)
    letters = [a_campaign(mara, name=name, type="email") for name in ("One", "Two")]
    sent(mara, ada, 9, 3, campaigns=letters)
    assert "Kita Linde" in client.get("/people/overlap/").content.decode()
    assert "Two" in client.get("/people/overlap/?view=sends").content.decode()


def test_few_queries_however_many(client, greta, mara, django_assert_max_num_queries):
    letters = [a_campaign(mara, name=name, type="email") for name in ("One", "Two")]
    for _number in range(55):
        sent(mara, a_person(), 9, 3, campaigns=letters)
    client.force_login(greta)
    client.get("/people/overlap/")
    with django_assert_max_num_queries(25):
        page = client.get("/people/overlap/?view=sends").context["page"]
    assert (page.paginator.count, len(page.object_list)) == (55, 50)
