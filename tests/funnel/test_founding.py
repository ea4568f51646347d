"""What a new installation has, made at once, is what the models say."""

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db


def named(model):
    """The names of all constraints and indexes that the model states."""
    return {each.name for each in (*model._meta.constraints, *model._meta.indexes)}


def columns(table):
    with connection.cursor() as cursor:
        return {row.name for row in connection.introspection.get_table_description(cursor, table)}


def constraints(table):
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, table))


def test_every_table_has_its_columns_indexes_and_constraints():
    for model in apps.get_models():
        table = model._meta.db_table
        if table != "pghistory_events":  # a query that is made anew each time
            assert columns(table) == {each.column for each in model._meta.concrete_fields}
            assert named(model) <= constraints(table)


def test_every_trigger_that_keeps_history_is_in_force():
    found = {
        (model.__name__, trigger.name): trigger.get_installation_status(model)[0]
        for model, trigger in pgtrigger.registered()
    }
    assert len(found) > 100
    assert set(found.values()) == {"INSTALLED"}
