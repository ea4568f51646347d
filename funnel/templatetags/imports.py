from django import template

from funnel.imports.registry import importer_of

register = template.Library()


@register.simple_tag
def kind_of(upload):
    """What the file holds, in words."""
    return importer_of(upload.kind).label


@register.filter
def of(found, key):
    """The value of `key` in a dict, or None."""
    return found.get(key)
