"""The tables of a new installation, made at once as they are at the end of a long history."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger


class MakeTables(Operation):
    """Makes the tables of all `operations` in one go, whole, with their keys and triggers.

    `operations` are those that a squashed migration would hold: CreateModel, AddField, AddIndex,
    AddConstraint and AddTrigger. One by one, each would have Django render every model anew that
    is tied to its own, here nearly all of them: that took a new installation more than a minute.
    """

    reversible = False

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # rendered again when a table is made, once for all
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for kind in (CreateModel, AddTrigger):  # a table is made with its columns, indexes, checks
            for operation in self.operations:
                if isinstance(operation, kind):
                    operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Make {sum(isinstance(each, CreateModel) for each in self.operations)} tables"
