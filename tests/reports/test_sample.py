"""The sample goes whole, with all that was done on it; what is real stays as it was."""

from decimal import Decimal

import pghistory
import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from deals.activities.actions import log, plan
from deals.after.actions import promise, record_payment
from deals.models import Deal
from deals.pipeline.actions import open_deal
from funnel.mending import mending
from funnel.models import MendingEntry, Organisation, User
from leads.campaigns.actions import take
from leads.capture.actions.deciding import decide
from leads.capture.actions.keeping import keep
from leads.models import Campaign, Lead, LeadStep, Person, Touchpoint
from reports.sample.actions import remove_sample
from reports.sample.tables import marked
from tests.cast import a_user
from tests.reports.invented import a_sample, invented, left, real_rows
from tests.story import (
    a_campaign,
    a_deal,
    a_form,
    a_lead,
    ago,
    an_accepted,
    an_offer,
    trail,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample():
    return a_sample()


def test_the_sample_goes_whole_and_the_real_stays(sample, mara, sam, adam):
    a_deal(mara, sam, campaign=a_campaign(mara), at=ago(days=3))
    before = real_rows()
    assert "leads_leadstep" in left()
    removed = remove_sample(by=adam)
    assert left() == {}
    assert real_rows() == before
    assert removed["leads_lead"] == removed["deals_deal"] == removed["leads_person"] == 1
    assert Organisation.current().sample_until is None


def test_what_colleagues_did_on_the_sample_goes_with_it(sample, mara, sam, adam):
    with pghistory.context(user=sam.pk):
        handoff = an_offer(mara, sam, person=invented("Olaf"), campaign=sample["campaign"])
        lead = an_accepted(mara, sam, person=invented("Nora"))
        log(by=sam, kind="call", outcome="reached", lead=lead, words="Yes")
        deal = open_deal(by=sam, name="Tops", lead=lead, amount=Decimal(10))
        plan(by=sam, text="Call", due_at=ago(days=-1), deal=deal)
        won = Deal.objects.get(name="Ten worktops")
        record_payment(won, by=sam, amount=Decimal(5))
        promise(won, by=sam, what="Tops", promised_on=ago().date())
        Person.objects.filter(pk=handoff.lead.person_id).update(name="Olaf B")
    remove_sample(by=adam)
    assert left() == {}
    assert not Lead.objects.exists() and not Deal.objects.exists()
    assert set(User.objects.values_list("name", flat=True)) == {"Mara", "Sam", "Adam"}


def test_a_stranger_who_filled_the_sample_s_form_goes_too(sample, adam):
    sent = {"name": "Zora", "email": "zora@example.com"}
    submission, _new = keep(
        sample["form"], submission_id="6c5a6e0e-0000-4000-8000-000000000001", payload=sent
    )
    decide(submission)
    remove_sample(by=adam)
    assert left() == {}
    assert not Person.objects.exists()


def test_what_a_real_lead_stands_on_stays_and_becomes_real(sample, mara, sam, adam):
    lead = an_offer(mara, None, team=sample["team"], campaign=sample["campaign"]).lead
    remove_sample(by=adam)
    lead.refresh_from_db()
    assert (lead.campaign.name, lead.channel.name) == ("Jingle", "Radio")
    assert lead.handoffs.get().team.name == "Demo"
    assert User.objects.get(name="Mia").is_active is False  # the campaign's owner, locked out
    assert not User.objects.filter(name="Sven").exists()
    assert left() == {}


def test_a_real_submission_that_fell_to_a_sample_lead_stays(sample, mara, adam):
    form = a_form(a_campaign(mara), title="Ours")
    sent = {"name": "Eva", "email": "eva@invented.example"}
    submission, _new = keep(
        form, submission_id="6c5a6e0e-0000-4000-8000-000000000002", payload=sent
    )
    decide(submission)
    remove_sample(by=adam)
    submission.refresh_from_db()
    assert submission.lead is None
    assert left() == {}


def test_a_sample_admin_who_presses_the_button_stays_in(sample):
    boss = a_user("Boss", "admin", sample=True)
    remove_sample(by=boss)
    boss.refresh_from_db()
    assert (boss.is_active, boss.sample) == (True, False)
    assert left() == {}


def test_the_journal_tells_tables_and_counts(sample, adam):
    removed = remove_sample(by=adam)
    told = dict(MendingEntry.objects.values_list("table", "rows"))
    assert told == removed
    assert {entry.cause for entry in MendingEntry.objects.all()} == {"remove_sample"}
    assert {entry.by for entry in MendingEntry.objects.all()} == {adam}


def test_twice_is_once(sample, adam):
    remove_sample(by=adam)
    assert remove_sample(by=adam) == {}


def test_what_stays_keeps_its_history(sample, mara, adam):
    with pghistory.context(user=adam.pk):
        sample["campaign"].name = "Louder jingle"
        sample["campaign"].save()
    an_offer(mara, adam, campaign=sample["campaign"])
    remove_sample(by=adam)
    remembered = Campaign.pgh_event_model.objects.filter(pgh_obj_id=sample["campaign"].pk)
    assert "Jingle" in remembered.values_list("name", flat=True)


def test_a_real_lead_cannot_be_removed_that_way(mara, adam):
    lead = an_offer(mara, adam).lead
    with mending("remove_sample", by=adam) as journal:
        assert [journal.delete(model) for model in (LeadStep, Touchpoint, Lead)] == [0, 0, 0]
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            lead.steps.all()._raw_delete("default")
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM leads_lead WHERE id = %s", [lead.pk])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert lead.steps.count() == 3


def test_the_button_asks_first_and_then_removes(client, sample, adam):
    client.force_login(adam)
    assert "Sample rows" in client.get(reverse("reports:sample")).content.decode()
    question = client.get(reverse("reports:sample_removal")).content.decode()
    assert "It cannot come back." in question and Lead.objects.exists()
    assert client.post(reverse("reports:sample_removal")).status_code == 302
    after = client.get(reverse("reports:sample")).content.decode()
    assert "There is no sample here." in after and "leads_lead" in after


def test_only_who_changes_settings_has_the_button(client, sample, greta):
    client.force_login(greta)
    assert client.post(reverse("reports:sample_removal")).status_code == 403
    assert Lead.objects.exists()


def test_every_table_of_the_sample_comes_before_those_it_refers_to():
    places = {model: place for place, model in enumerate(marked())}
    assert [
        (model, field.related_model)
        for model in places
        for field in model._meta.concrete_fields
        if field.related_model in places and field.related_model is not model
        if places[field.related_model] < places[model]
    ] == []


def test_a_campaign_of_the_sample_that_real_leads_need_goes_on(sample, mara, adam):
    a_lead(mara, campaign=sample["campaign"])
    remove_sample(by=adam)
    kept = Campaign.objects.get()
    assert (kept.sample, kept.stage) == (False, "live")
    assert take(kept, "done", by=mara) and take(kept, "done", by=mara) is None
    assert trail(kept) == ["done"]
