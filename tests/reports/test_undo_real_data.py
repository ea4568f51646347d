"""The real files, imported and undone, leave every figure as it was, and come again the same."""

from datetime import date

import pytest
from django.apps import apps

from deals.models import Deal
from funnel.imports.undoing import undo
from funnel.models import Batch
from funnel.period import Period
from reports.conversion import conversion
from tests.files import imported
from tests.plugins.database import CHECKOUT
from tests.reports.reading import counts

pytestmark = [pytest.mark.slow, pytest.mark.realdata, pytest.mark.django_db]
DOCS = CHECKOUT / "docs"
LEFT = {
    "funnel.organisation",
    "funnel.batch",
    "funnel.user",
    "leads.channel",
    "funnel.mendingentry",
}
YEARS = Period.of_days(date(2017, 1, 1), date(2019, 12, 31), "UTC")


def rows():
    """How many rows every table has, without those that an undo leaves or writes."""
    models = [model for model in apps.get_models() if model._meta.app_label != "pghistory"]
    tables = {each._meta.label_lower: each._base_manager.count() for each in models}
    history = {label for label in tables if label.endswith("event")}
    return {label: count for label, count in tables.items() if label not in LEFT | history}


def figures():
    return [_told(conversion(YEARS, by=by)) for by in ("", "channel", "owner")]


def _told(found):
    groups = {group.key: group.rungs for group in found.groups if counts(group.rungs)}
    return found.rungs, groups, found.totals


def bring(kind, path, mapping):
    told = imported(kind, path, "--mapping", DOCS / mapping)
    return told, Batch.objects.order_by("pk").last()


def test_the_real_deals_undone_leave_the_leads_as_they_were(real_data):
    bring("leads", real_data / "olist_mql.csv", "olist_mql.json")
    before, here = figures(), rows()
    deals = ("deals", real_data / "olist_closed_deals.csv", "olist_closed_deals.json")
    told, batch = bring(*deals)
    with_deals = figures()
    done = undo(batch, by=None)
    assert (done.goes["deals.deal"], done.stays, figures(), rows()) == (842, {}, before, here)
    assert bring(*deals)[0] == told
    assert figures() == with_deals


def test_the_real_leads_undone_leave_nothing_and_come_again(real_data):
    here = rows()
    leads = ("leads", real_data / "olist_mql.csv", "olist_mql.json")
    told, batch = bring(*leads)
    before = figures()
    assert undo(batch, by=None).stays == {}
    assert rows() == here
    assert bring(*leads)[0] == told
    assert figures() == before


def test_leads_with_deals_stay_while_the_deals_stand_on_them(real_data):
    _told, leads = bring("leads", real_data / "olist_mql.csv", "olist_mql.json")
    bring("deals", real_data / "olist_closed_deals.csv", "olist_closed_deals.json")
    done = undo(leads, by=None)
    assert (done.goes["leads.lead"], sum(done.stays["leads.lead"].values())) == (7158, 842)
    assert Deal.objects.filter(stage="won", lead__stage="closed").count() == 842
