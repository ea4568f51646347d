"""What came in by words that no campaign has, and campaigns nobody comes by."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from funnel.refusal import Refusal
from leads.capture.actions.keeping import keep
from leads.links.actions.naming import ignore, name, take_back
from leads.links.resolving import resolve
from leads.models import CampaignAlias
from leads.spending.actions import log_spend
from leads.touches.actions import touch
from leads.unmatched.queries import Unmatched, of_campaign
from leads.unmatched.quiet import quiet_campaigns
from tests.links import a_link, clicked, moved
from tests.story import a_campaign, a_form, a_person, ago

pytestmark = pytest.mark.django_db


def came(value="", **more):
    return touch("visit", utm_campaign=value, resolution="none", **more)


def rows(user):
    return [(each.name, each.times, each.visitors, each.people) for each in Unmatched(user)[0:50]]


def test_combinations_are_listed_with_who_came_and_when(mara):
    for visitor in ("a", "a", "b"):
        came("spring", source="fb", medium="cpc", visitor=visitor, landing="/x?utm_campaign=spring")
    came("spring", source="ig", visitor="c", person=a_person(), at=ago(days=3))
    came(source="letter", medium="email", visitor="d", at=ago(days=9))
    assert rows(mara) == [("spring", 4, 3, 1), ("letter / email", 1, 1, 0)]
    first = Unmatched(mara).first()
    assert (first.landing, first.sources) == ("/x?utm_campaign=spring", ("fb / cpc", "ig"))
    assert first.first_at < ago(days=2) < first.last_at


def test_what_was_sent_and_became_no_lead_counts_too(mara):
    form = a_form(a_campaign(mara))
    said = {"source": "fb", "medium": "", "utm_campaign": "held", "landing": "https://x/"}
    keep(form, submission_id="0" * 32, payload={"name": "Zora"}, arrival=said, visitor="v")
    assert rows(mara) == [("held", 1, 1, 0)]


def test_naming_names_what_came_before_and_rewrites_nothing(mara):
    campaign, before = a_campaign(mara), came("sprung")
    assert list(of_campaign(campaign)) == []
    name(("sprung", "", ""), campaign=campaign, by=mara)
    before.refresh_from_db()
    assert (before.campaign, list(of_campaign(campaign))) == (None, [before])
    found = resolve(campaign=" SPRUNG ")
    assert (found.campaign, found.resolution, found.channel) == (
        *(campaign, "alias"),
        campaign.channel,
    )
    assert rows(mara) == []


def test_without_a_value_source_and_medium_decide(mara):
    campaign, before = a_campaign(mara), came(source="letter", medium="email")
    name(("", "letter", "email"), campaign=campaign, by=mara)
    assert list(of_campaign(campaign)) == [before]
    assert resolve(source="letter", medium="email").campaign == campaign
    assert resolve(source="letter", medium="print").campaign is None


def test_what_is_ignored_comes_back_when_it_is_taken_back(mara):
    came("bots")
    alias = ignore(("bots", "", ""), by=mara)
    assert rows(mara) == []
    take_back(alias)
    assert rows(mara) == [("bots", 1, 0, 0)]


def test_a_campaign_that_is_called_so_later_has_its_touches(mara):
    before = came("late")
    assert rows(mara) == [("late", 1, 0, 0)]
    campaign = a_campaign(mara, name="Late")
    assert rows(mara) == [] and list(of_campaign(campaign)) == [before]


def test_the_page_lists_names_and_ignores(client, mara):
    campaign = a_campaign(mara)
    came("one", landing="https://example.com/?utm_campaign=one")
    came("two")
    client.force_login(mara)
    assert "https://example.com/?utm_campaign=one" in client.get("/links/unmatched/").text
    address = "/links/unmatched/naming/?value=one&source=&medium="
    assert "1 touch of the past" in client.get(address).text
    assert client.post(address, {"campaign": campaign.pk}).status_code == 302
    client.post("/links/unmatched/ignoring/?value=two")
    decided = CampaignAlias.objects.order_by("value").values_list("value", "campaign", "by")
    assert list(decided) == [("one", campaign.pk, mara.pk), ("two", None, mara.pk)]
    assert "Everything that came in belongs to a campaign." in client.get("/links/unmatched/").text
    for view, told in (("named", "one"), ("ignored", "two")):
        assert told in client.get(f"/links/unmatched/?view={view}").text


def test_what_nobody_came_by_cannot_be_named(client, mara):
    client.force_login(mara)
    assert client.get("/links/unmatched/naming/?value=invented").status_code == 404
    assert client.post("/links/unmatched/ignoring/?value=invented").status_code == 404
    assert not CampaignAlias.objects.exists()


def test_two_who_decide_differently_are_told(mara):
    ours, theirs = a_campaign(mara), a_campaign(mara, name="Other")
    came("x")
    name(("x", "", ""), campaign=ours, by=mara)
    assert name(("x", "", ""), campaign=ours, by=mara).campaign == ours
    with pytest.raises(Refusal, match="Spring"):
        name(("x", "", ""), campaign=theirs, by=mara)


def test_an_agency_sees_what_came_by_its_own_campaigns_forms(mara, agency):
    came("theirs", campaign=a_campaign(mara))
    came("ours", campaign=a_campaign(agency))
    assert [row[0] for row in rows(agency)] == ["ours"]


def test_the_list_has_pages_and_few_queries(client, mara, django_assert_max_num_queries):
    for number in range(60):
        came(f"v{number:02}")
    client.force_login(mara)
    client.get("/links/unmatched/")
    with django_assert_max_num_queries(18):
        page = client.get("/links/unmatched/?page=2").context["page"]
    assert (page.paginator.count, len(page.object_list)) == (60, 10)


def spent(campaign):
    log_spend(
        campaign, by=campaign.owner, on=localdate(), what="Ads", amount=Decimal(90), currency="EUR"
    )
    return campaign


@pytest.fixture
def named(mara):
    """Campaigns that cost money, by name."""
    names = ("Quiet", "Touched", "Followed", "Alias")
    found = {name: spent(a_campaign(mara, name=name)) for name in names}
    a_campaign(mara, name="Free")
    spent(a_campaign(mara, name="Young", starts_on=localdate() - timedelta(days=13)))
    return found


def test_a_live_campaign_that_costs_and_has_no_touch_is_named(mara, named):
    touch("visit", campaign=named["Quiet"], at=ago(days=15))
    touch("visit", campaign=named["Touched"], at=ago(days=13))
    clicked(a_link(mara, campaign=named["Followed"]))
    moved()
    came("elsewhere")
    name(("elsewhere", "", ""), campaign=named["Alias"], by=mara)
    (found,) = quiet_campaigns(mara)
    assert (found.campaign, found.spent) == (named["Quiet"], Decimal(90))
    assert found.last_at < ago(days=14)
