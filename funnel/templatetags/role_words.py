from django import template

from funnel.roles.words import ROLE_LABELS

register = template.Library()


@register.filter
def role_label(name):
    """What the role `name` is called on screens."""
    return ROLE_LABELS.get(name, name)
