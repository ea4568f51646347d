"""Agreements as tests need them, made by the verbs."""

from datetime import UTC, datetime

from leads.agreement.actions import change, draft, sign
from leads.agreement.models import Agreement

NAMED = {"name": True}
JAN = datetime(2026, 1, 1, 9, tzinfo=UTC)


def a_draft(by, *, at=None, **text):
    begun = draft(by=by, at=at)
    if text:
        change(begun, by=by, at=at, **text)
    return begun


def agreed(marketer, seller, *, at=None, **text):
    """A version that both have signed."""
    begun = a_draft(marketer, at=at, **text)
    sign(begun, "marketing", by=marketer, at=at)
    sign(begun, "sales", by=seller, at=at)
    return Agreement.objects.get(pk=begun.pk)


def with_terms(**when):
    """Terms of which only the conditions are as given: {tier: {kind: value}}."""
    terms = {tier: {**term} for tier, term in Agreement().terms.items()}
    for tier, conditions in when.items():
        terms[tier]["when"] = conditions
    return terms
