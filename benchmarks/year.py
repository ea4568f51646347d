"""A year of leads, written by sets into a database of its own; its ledgers are like those of the
verbs, but no verb runs."""

from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import connection

from funnel.management.commands.sync_roles import sync_roles
from funnel.models import Team, User

SQL = Path(__file__).with_name("leads.sql")
OFFERS = Path(__file__).with_name("offers.sql")


@contextmanager
def database():
    """A migrated database `funnel_bench` on the server of the settings, gone afterwards."""
    connection.settings_dict["TEST"]["NAME"] = "funnel_bench"
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def load_offers(offers, due):
    """Write `offers` waiting offers, `due` of them with a rung due; returns who they wait for."""
    sync_roles()
    seller, team = _user("Seller", "salesperson"), Team.objects.create(name="Team")
    marketer = _user("Marketer", "marketer").pk
    people = {"offers": offers, "due": due, "marketer": marketer}
    with connection.cursor() as cursor:
        cursor.execute(OFFERS.read_text(), people | {"seller": seller.pk, "team": team.pk})
        cursor.execute("ANALYZE")
    return seller


def load(leads):
    """Write `leads` leads and what follows them; returns the manager who will look at them."""
    sync_roles()
    manager = _user("Manager", "manager")
    team = Team.objects.create(name="Team")
    people = {
        "leads": leads,
        "marketer": _user("Marketer", "marketer").pk,
        "seller": _user("Seller", "salesperson").pk,
        "team": team.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL.read_text(), people)
        cursor.execute("ANALYZE")
    return manager


def _user(name, role):
    user = User.objects.create_user(f"{name.lower()}@funnel.example", name)
    user.groups.set(Group.objects.filter(name=role))
    return user


def load_links(links):
    """Write `links` links of one campaign and put them where redirects look. Their codes."""
    from leads.links.actions.links import make
    from leads.links.shelf import put_all

    owner, campaign = _campaign()
    target = {"target": "https://example.com/prices", "source": "google", "medium": "cpc"}
    codes = [make(by=owner, campaign=campaign, **target).code for _number in range(links)]
    put_all()
    return codes


def load_ways_in():
    """A form that strangers fill and a source for programs; returns the token and the key."""
    from leads.forms.actions.drafting import begin
    from leads.forms.actions.publishing import publish
    from leads.sources.actions import open_source

    owner, campaign = _campaign()
    form = begin(campaign, by=owner, title="What would it cost?")
    publish(form, by=owner)
    _source, key = open_source(by=owner, campaign=campaign, name="Shop", per_minute=10**6)
    return form.token, key.text


def _campaign():
    """(who runs it, a campaign)"""
    from leads.models import Campaign, Channel

    sync_roles()
    owner = _user("Marketer", "marketer")
    channel = Channel.objects.create(key="web", name="Web")
    begun = {"name": "Spring", "channel": channel, "starts_on": date(2026, 1, 1)}
    return owner, Campaign.objects.create(owner=owner, **begun)
