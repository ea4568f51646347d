from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from funnel.ledger import Asked, move, move_many
from funnel.models import Batch
from funnel.refusal import LostRace, Refusal
from leads.models import Lead
from leads.stages import LeadStage
from tests.story import DAY, a_lead, a_reason, ago, an_mql, trail

pytestmark = pytest.mark.django_db


def test_a_move_writes_the_step_and_the_stage(mara):
    lead = a_lead(mara)
    step = move(lead, LeadStage.MQL, by=mara)
    lead.refresh_from_db()
    assert (lead.stage, lead.stage_since, step.by) == ("mql", step.at, mara)
    assert trail(lead) == ["captured", "mql"]


def test_moving_twice_is_moving_once(mara):
    lead = an_mql(mara)
    assert move(lead, LeadStage.MQL, by=mara) is None
    assert trail(lead) == ["captured", "mql"]


def test_who_comes_second_is_told_who_was_first(mara, sam):
    lead = an_mql(mara)
    with pytest.raises(LostRace, match=r"Qualified by Mara, \d s ago"):
        move(lead, LeadStage.MQL, by=sam)


def test_an_illegal_move_is_refused_and_writes_nothing(mara):
    lead = a_lead(mara)
    with pytest.raises(Refusal, match="What is captured cannot become accepted"):
        move(lead, LeadStage.ACCEPTED, by=mara)
    assert trail(lead) == ["captured"]


def test_a_person_may_not_write_a_step_before_the_last(mara):
    lead = a_lead(mara)
    with pytest.raises(Refusal, match="earlier than the one before"):
        move(lead, LeadStage.MQL, by=mara, at=ago(days=1))


def test_nobody_moves_anything_in_the_future(mara):
    with pytest.raises(Refusal, match="future"):
        move(a_lead(mara), LeadStage.MQL, by=mara, at=ago(days=-1))


def test_a_reason_that_asks_for_a_date_gets_one(mara):
    lead = a_lead(mara)
    with pytest.raises(Refusal, match="Until when"):
        move(lead, LeadStage.RECYCLED, by=mara, reason=a_reason("recycle", "not_now"))
    assert trail(lead) == ["captured"]


def test_a_step_keeps_the_side_its_reason_had_then(mara):
    lead, reason = a_lead(mara), a_reason("disqualify", "never_fit")
    step = move(lead, LeadStage.DISQUALIFIED, by=mara, reason=reason)
    reason.side = "sales"
    reason.save()
    step.refresh_from_db()
    assert (step.reason, step.side) == ("never_fit", "marketing")


@pytest.mark.parametrize("act", ["update", "delete"])
def test_postgresql_keeps_the_ledger(mara, act):
    steps = a_lead(mara).steps.all()
    change = {"update": lambda: steps.update(words="x"), "delete": steps.delete}[act]
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change()
    assert steps.get().words == ""


def test_a_set_moves_by_the_same_rules(mara, sam):
    fit, done, early = a_lead(mara), an_mql(mara), a_lead(mara)
    asked = [
        Asked(fit.pk, ago(seconds=0), mara.pk),
        Asked(done.pk, ago(seconds=0), sam.pk),
        Asked(early.pk, ago(days=1), mara.pk),
    ]
    refused = move_many(Lead, asked, LeadStage.MQL)
    assert refused == {
        done.pk: "Already there.",
        early.pk: "A step cannot be earlier than the one before it.",
    }
    assert (trail(fit), trail(early)) == (["captured", "mql"], ["captured"])


def test_a_set_is_refused_what_a_row_is_refused(mara):
    lead = a_lead(mara)
    asked = [Asked(lead.pk, ago(seconds=0), mara.pk)]
    assert move_many(Lead, asked, LeadStage.ACCEPTED) == {
        lead.pk: "What is captured cannot become accepted."
    }
    assert move_many(Lead, asked, LeadStage.DISQUALIFIED) == {lead.pk: "Choose a reason."}
    assert trail(lead) == ["captured"]


def test_an_import_may_write_an_earlier_step_but_it_is_flagged(mara):
    lead = a_lead(mara)
    batch = Batch.objects.create(kind="leads", source="x", file_name="x.csv", fingerprint="x")
    asked = [Asked(lead.pk, lead.born_at - DAY, mara.pk, time_known=False)]
    assert move_many(Lead, asked, LeadStage.MQL, batch=batch) == {}
    step = lead.steps.get(to_stage="mql")
    assert (step.flag, step.time_known) == ("earlier than the step before it", False)
    assert step.recorded_at - step.at > timedelta(hours=23)


def test_a_large_set_takes_two_statements(mara, django_assert_num_queries):
    leads = [a_lead(mara) for _ in range(20)]
    asked = [Asked(lead.pk, ago(seconds=0), mara.pk) for lead in leads]
    with django_assert_num_queries(4):  # two of them open and close the savepoint
        assert move_many(Lead, asked, LeadStage.MQL) == {}
    assert Lead.objects.filter(stage="mql").count() == 20


def test_the_products_own_role_is_no_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (superuser,) = cursor.fetchone()
    if connection.settings_dict["HOST"].startswith("/"):  # the embedded server's role is ours
        assert not superuser
