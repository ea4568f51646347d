"""What of an import stays when it is undone, and why: what has lived on since, and what that needs.

Everything is found in sets: a few statements per table, however many rows the import had.
"""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from funnel.imports.later import settled_contexts
from funnel.imports.restoring import contexts_of
from funnel.imports.traces import all_holds, all_made, has_batch, remembers
from funnel.steps import Step


class Stays:
    """{model: {key: why}}. Records that were here before the import may be in it: then what the
    import did on them is not taken back."""

    def __init__(self, batch):
        self.batch, self.contexts = batch, contexts_of(batch)
        self.settled = settled_contexts()
        self._why = defaultdict(dict)

    def add(self, model, keys, why):
        """The keys that were not in it."""
        new = {key: why for key in keys if key is not None and key not in self._why[model]}
        self._why[model] |= new
        return new

    def of(self, model):
        return list(self._why[model])

    def whys(self, model):
        return self._why[model]


def stays_of(batch) -> Stays:
    stays, made = Stays(batch), all_made()
    between = {each.model for each in made if not has_batch(each.model)}
    for hold in all_holds():
        stays.add(hold.model, hold.rows(batch).values_list("pk", flat=True), str(hold.why))
    for each in made:
        if has_batch(each.model):
            _hold_edited(stays, each.model)
            _hold_referred(stays, each, batch, between)
            _hold_followed(stays, each, batch)
    _spread(stays, made, batch)
    return stays


def _hold_referred(stays, made, batch, between):
    """Something that is not of the import refers to it."""
    passed = between | {model for model, _key in made.along}
    for model, key in _referring(made.model):
        if model not in passed:
            rows = _others(model, batch).filter(**{f"{key}__batch": batch})
            stays.add(made.model, rows.values_list(key, flat=True).distinct(), _why(model))


def _hold_edited(stays, model):
    if remembers(model):
        events = model.pgh_event_model.objects.filter(
            pgh_label="update", pgh_obj__batch=stays.batch
        )
        events = events.exclude(pgh_context__in=[*stays.contexts, *stays.settled])
        stays.add(model, events.values_list("pgh_obj_id", flat=True).distinct(), _("edited since"))


def _hold_followed(stays, made, batch):
    """A fact of the import on a record that was here, and a later fact on the same record."""
    if not _is_fact(made.model):
        return
    for key in made.binds:
        parent = made.model._meta.get_field(key).related_model
        rows = _of(made.model, batch)
        if has_batch(parent):
            rows = rows.filter(~Q(**{f"{key}__batch": batch}))
        for model, back in _referring(parent):
            if _is_fact(model):
                later = _others(model, batch).filter(
                    **{back: OuterRef(f"{key}_id")}, recorded_at__gt=OuterRef("recorded_at")
                )
                found = rows.filter(Exists(later)).values_list("pk", flat=True)
                stays.add(made.model, found, _why(model))


def _spread(stays, made, batch):
    """What stays keeps what it refers to, and what it is bound to."""
    ends = {each.model for each in made} - {
        each.model._meta.get_field(key).related_model for each in made for key in each.binds
    }
    fresh = {each.model: dict(stays.whys(each.model)) for each in made}
    while any(fresh.values()):
        new = defaultdict(dict)
        for each in made:
            if mine := fresh.get(each.model):
                _spread_up(stays, new, each, mine, batch)
            for key in (*each.binds, *each.follows):
                parent = each.model._meta.get_field(key).related_model
                if theirs := fresh.get(parent):
                    rows = _all(each.model).filter(**{f"{key}__in": list(theirs)})
                    rows = rows.filter(batch=batch) if each.model in ends else rows
                    for why, keys in _by_why(rows.values_list("pk", f"{key}_id"), theirs):
                        new[each.model] |= stays.add(each.model, keys, why)
        fresh = new


def _spread_up(stays, new, made, mine, batch):
    for field in made.model._meta.concrete_fields:
        parent = field.related_model
        bound = field.name in made.binds
        if parent and (bound or parent in _deleted()):
            rows = _all(made.model).filter(pk__in=list(mine))
            if not bound:
                rows = rows.filter(**{f"{field.name}__batch": batch})
            for why, keys in _by_why(rows.values_list(field.attname, "pk"), mine):
                new[parent] |= stays.add(parent, keys, why)


def _by_why(pairs, whys):
    """(why, keys) of (key, key of the one that it stays for)."""
    found = defaultdict(set)
    for key, source in pairs:
        found[whys[source]].add(key)
    return found.items()


def _deleted():
    return {each.model for each in all_made() if has_batch(each.model)}


def _referring(model):
    """(model, name of its key) of every table that refers to `model` and is no memory."""
    return [
        (relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and not relation.concrete
        and not hasattr(relation.related_model, "pgh_tracked_model")
    ]


def _others(model, batch):
    return _all(model).exclude(batch=batch) if has_batch(model) else _all(model)


def _of(model, batch):
    return _all(model).filter(batch=batch)


def _all(model):
    return model._base_manager.order_by()


def _is_fact(model):
    return has_batch(model) and any(f.name == "recorded_at" for f in model._meta.concrete_fields)


def _why(model):
    if issubclass(model, Step):
        return _("moved since")
    return _("%s since") % model._meta.verbose_name_plural
