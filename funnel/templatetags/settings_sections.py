from django import template

from funnel.rail import open_to
from funnel.sections import SECTIONS

register = template.Library()


@register.simple_tag(takes_context=True)
def settings_sections(context):
    """The settings pages open to the reader: label, url, current."""
    request = context["request"]
    return [
        {"label": section.label, "url": url, "current": request.path.startswith(url)}
        for section, url in open_to(request.user, SECTIONS)
    ]
