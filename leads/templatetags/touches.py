"""What touched somebody and what came of it, for the page that tells who they are."""

from django import template

from leads.touches.queries import ends_of, ways_of

register = template.Library()


@register.simple_tag
def touched(person):
    """The Ways in which somebody was touched, the most frequent first."""
    return ways_of(person)


@register.simple_tag
def converted(person):
    """The Ends of somebody, None where they never converted."""
    return ends_of(person)
