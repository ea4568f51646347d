from dataclasses import dataclass, field

from funnel.imports.policies import FILL, lets
from funnel.sets import insert, update
from leads.products.models import Product


@dataclass
class Brought:
    """A product of a set, and what became of what was known of it."""

    product: Product
    added: bool
    changed: list = field(default_factory=list)  # (field, what it was, what it is)
    kept: list = field(default_factory=list)  # (field, what it is, what was known instead)


def bring_many(known: list[dict], *, policies=None, batch=None):
    """Find the products of these article numbers or add them. Returns a Brought for each.

    `known`: {field of Product: value} each, with a `sku` that no other of them has, and with a
    name where the product is new. `policies`: see `funnel.imports.policies`;
    `batch`: the import that they come from. IntegrityError where
    somebody adds one of them meanwhile.
    """
    there = Product.objects.in_bulk([each["sku"] for each in known], field_name="sku")
    brought = [_brought(there.get(each["sku"]), each, policies or {}, batch) for each in known]
    insert(one.product for one in brought if one.added)
    names = sorted({name for one in brought for name, _was, _is in one.changed})
    if names:
        update([one.product for one in brought if one.changed], names)
    return brought


def _brought(product, known, policies, batch):
    if product is None:
        return Brought(Product(**known, batch=batch), added=True)
    one = Brought(product, added=False)
    for name, value in known.items():
        was = getattr(product, name)
        if was == value:
            continue
        if lets(policies.get(name, FILL), was):
            setattr(product, name, value)
            one.changed.append((name, was, value))
        else:
            one.kept.append((name, was, value))
    return one
