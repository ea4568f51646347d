"""What an import may leave behind; each wing registers the traces of its own rows, in apps.py.

What refers to a record, what edited it and what followed a step is found by the tables' own keys;
a wing says only what these cannot tell.
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Made:
    """A model whose rows an import makes; it has a `batch`, or only lies between two that have.

    `settles` are (of, verb): of(queryset of the rows that go) gives keys before they go, and
    verb(keys) puts right what was worked out from them afterwards.
    """

    model: type
    binds: tuple = ()  # keys to records that stay where its rows stay, and the other way round
    follows: tuple = ()  # keys to records with which its rows stay, but which do not for them
    along: tuple = ()  # (model, its key) of rows that tell nothing of their own, and go with it
    whole: tuple = ()  # fields that are taken back together or not at all
    settles: tuple = ()


@dataclass(frozen=True)
class Hold:
    """Rows of a batch that stay for a reason no key tells: rows(batch) is a queryset of `model`."""

    model: type
    why: str
    rows: Callable


@dataclass(frozen=True)
class Traces:
    """What the imports of a wing leave."""

    made: tuple  # of Made, in the order in which they have to be deleted
    holds: tuple = ()
    kept: dict = field(default_factory=dict)  # {kind of import: stays -> what its kept rows made}
    after: Callable = lambda: None  # once all is gone


_traces = []


def register(traces: Traces):
    """Wings are registered from the ground up; what they made is deleted from the top down."""
    _traces.insert(0, traces)


def all_made() -> list[Made]:
    return [made for traces in _traces for made in traces.made]


def all_holds() -> list[Hold]:
    return [hold for traces in _traces for hold in traces.holds]


def kept_of(kind, stays):
    """The keys of the records, as imported rows name them, that stay for an import of `kind`."""
    for traces in _traces:
        if kind in traces.kept:
            return list(traces.kept[kind](stays))
    return []


def settle_all():
    for traces in _traces:
        traces.after()


def has_batch(model):
    return any(each.name == "batch" for each in model._meta.concrete_fields)


def remembers(model):
    return hasattr(model, "pgh_event_model")
