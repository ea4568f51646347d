"""Who somebody may be one with, and was, for the pages that tell who they are."""

from django import template

from leads.merging.models import Pair
from leads.merging.queries import maybe_same, merges_into

register = template.Library()


@register.simple_tag
def same_as(person, user):
    """[(pair, the other)] that a person may be one with, of those `user` may see."""
    return maybe_same(person, user)


@register.simple_tag
def merged_into(person):
    """The merges of others into a person that still stand."""
    return merges_into(person)


@register.simple_tag
def pairs_to_decide(user):
    return Pair.objects.visible_to(user).open().count()
