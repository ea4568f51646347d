"""The real deals, on the real leads, give the figures that anyone can recount."""

import pytest

from deals.models import Deal
from funnel.models import User
from leads.models import Channel
from tests.files import counts, imported
from tests.plugins.database import CHECKOUT

DOCS = CHECKOUT / "docs"


@pytest.fixture
def deals(db, real_data):
    """What imports the deals, once the leads are here."""
    imported("leads", real_data / "olist_mql.csv", "--mapping", DOCS / "olist_mql.json")
    return [real_data / "olist_closed_deals.csv", "--mapping", DOCS / "olist_closed_deals.json"]


@pytest.mark.slow
@pytest.mark.realdata
@pytest.mark.django_db
def test_the_real_deals_arrive_on_the_real_leads(deals):
    assert imported("deals", *deals, "--dry-run") == counts(created=842, flagged=1)
    assert imported("deals", *deals) == counts(created=842, flagged=1)
    assert imported("deals", *deals) == counts(unchanged=842)
    found = {
        channel.key: Deal.objects.filter(stage="won", lead__channel=channel).count()
        for channel in Channel.objects.all()
    }
    told = "organic_search 271 paid_search 195 unknown 179 social 75 direct_traffic 56 referral 24"
    told += " email 15 unknown-blank 14 display 6 other 4 other_publicities 3"
    pairs = told.split()
    assert found == dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))


@pytest.mark.slow
@pytest.mark.realdata
@pytest.mark.django_db
def test_what_the_real_deals_do_not_say_is_unknown(deals):
    imported("deals", *deals)
    assert not Deal.objects.exclude(amount=None).exists()
    rep = User.objects.filter(offers__isnull=False).distinct()
    assert (rep.count(), rep.filter(is_active=True).count()) == (22, 0)
    early = Deal.objects.get(steps__flag__gt="")
    assert (early.lead.channel.key, early.stage) == ("organic_search", "won")
