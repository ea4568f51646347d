"""A changed value in the words people read."""

from functools import cache

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from funnel.history import WHOLE
from funnel.models import RoleScope
from funnel.roles.words import ROLE_LABELS, SCOPES


def called(model, name):
    """A record with its kind before it, unless its name says the kind."""
    if model is RoleScope:
        return _("How far a role sees: %s") % ROLE_LABELS.get(name.split(":")[0], name)
    kind = str(capfirst(model._meta.verbose_name))
    return name if name.startswith(kind) else _("%(kind)s: %(name)s") % {"kind": kind, "name": name}


def names_of(model):
    """(field, key) -> what the record is called that a record of `model` refers to; one query per
    field."""

    @cache
    def table(field):
        rows = model._meta.get_field(field).related_model._base_manager.in_bulk()
        return {pk: str(each) for pk, each in rows.items()}

    return lambda field, key: table(field).get(key, _("removed since"))


class Wording:
    """How the changes of one Setting are told."""

    def __init__(self, setting, names):
        self.setting, self.names = setting, names
        self.parts = cache(lambda field: setting.told[field]())

    def label(self, field):
        if field == WHOLE:
            return ""
        own = self.setting.model._meta.get_field(field).verbose_name
        return str(self.setting.labels.get(field, capfirst(own)))

    def both(self, change):
        """(was, became); of values with several parts only those that differ."""
        if change.field not in self.setting.told:
            return self._one(change.field, change.was), self._one(change.field, change.became)
        words = self.parts(change.field)
        was, became = words(change.was), words(change.became)
        return _differing(was, became), _differing(became, was)

    def _one(self, field, value):
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if field == WHOLE:
            return value
        known = self.setting.model._meta.get_field(field)
        if known.is_relation:
            return self.names(known.name, value)
        if known.model is RoleScope and value in set(SCOPES):
            return str(SCOPES[value])
        return str(dict(known.flatchoices).get(value, value))


def _differing(one, other):
    return "; ".join(str(words) for part, words in one.items() if other.get(part) != words)
